import {
  add,
  concat,
  mean,
  mul,
  reciprocal,
  reshape,
  slice,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";

/*
 * What batch norm and layer norm share: rows of a matrix whose columns are channels, x̂ = (x − μ)·r with r = 1/√(σ² + ε) along one
 * axis, y = γ·x̂ + β. μ and σ² (biased) are sums in two passes.
 */

/** Along the rows (0: of each channel, over the batch) or along the columns (1: of each row, over its channels). */
export type NormAxis = 0 | 1;

export interface Normalised {
  /** x̂, as x. */
  standard: Tensor2D;
  /** r, one for each channel [channels] or for each row [rows, 1]; the moments are as it. */
  inverseDeviation: Tensor;
  mean: Tensor;
  variance: Tensor;
}

/** Vectors of one rank less broadcast along rows without a look at every index: twice as fast on tfjs's cpu backend. */
const meanAlong = (x: Tensor, axis: NormAxis): Tensor => mean(x, axis, axis === 1);

/** x̂ of rows, and the moments it comes from. */
export function normalise(x: Tensor2D, axis: NormAxis, epsilon: number): Normalised {
  const mu = meanAlong(x, axis);
  const centred = sub(x, mu) as Tensor2D;
  const variance = meanAlong(square(centred), axis);
  const inverseDeviation = reciprocal(sqrt(add(variance, epsilon)));
  return { standard: mul(centred, inverseDeviation), inverseDeviation, mean: mu, variance };
}

/** Scale γ and shift β, [channels] each, from weights [channels, 2]. */
export function scaleAndShift(weights: Tensor2D): { scale: Tensor; shift: Tensor } {
  const channels = weights.shape[0];
  const column = (k: number) => reshape(slice(weights, [0, k], [channels, 1]), [channels]);
  return { scale: column(0), shift: column(1) };
}

/** r·Π(v), Π(v) = v − mean(v) − x̂·mean(x̂∘v): the derivative of x̂ along v, and its own adjoint. */
export function throughNorm(
  { standard, inverseDeviation }: Pick<Normalised, "standard" | "inverseDeviation">,
  v: Tensor2D,
  axis: NormAxis,
): Tensor2D {
  const centred = sub(v, meanAlong(v, axis));
  const along = mul(standard, meanAlong(mul(standard, v), axis));
  return mul(sub(centred, along), inverseDeviation);
}

/** Gradient of the weights, [channels, 2]: Σ dy∘x̂ and Σ dy over the rows. */
export function normWeightGrad(standard: Tensor2D, dy: Tensor2D): Tensor2D {
  const total = (values: Tensor) => reshape(sum(values, 0), [-1, 1]) as Tensor2D;
  return concat([total(mul(dy, standard)), total(dy)], 1);
}
