import { exp, mul, neg, reshape, type Scalar, split, stack, sum, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { scaleEachBy } from "../kernels/linearCombination";
import { innerProduct, type Vector, zipWith } from "../optimizers/vectors";

/** φ = log η, [1, 1] where all layers share one learning rate, else [1, layers]. */
export type LogRates = Tensor2D;

/** log η₀ for each of `count` learning rates. */
export const startRates = (learningRate: number, count: number): LogRates =>
  tensor2d([new Array<number>(count).fill(Math.log(learningRate))]);

/** η of each layer, in order. */
export function ratesOf(logRates: LogRates, layers: number): Scalar[] {
  const rates = exp(logRates);
  const all = logRates.size === 1 ? [rates] : split(rates, logRates.size, 1);
  const scalars = all.map((rate): Scalar => reshape(rate, []));
  return Array.from({ length: layers }, (_, i) => scalars[scalars.length === 1 ? 0 : i] as Scalar);
}

/** η_l·d_l, layer by layer. */
export const stepAlong = (rates: readonly Scalar[], direction: Vector): Tensor2D[] => scaleEachBy(rates, direction);

/** ∂Q/∂ log η = −η⟨R, d⟩, with the layers summed where they share η; shaped as φ. */
export function rateGrad(logRates: LogRates, rates: readonly Scalar[], R: Vector, direction: Vector): LogRates {
  if (logRates.size === 1) return neg(reshape(mul(rates[0] as Scalar, innerProduct(R, direction)), [1, 1]));
  const products = zipWith(R, direction, (r, d) => sum(mul(r, d)) as Scalar);
  return neg(reshape(mul(stack([...rates]), stack(products)), [1, -1]));
}

/** Mean of η over all weights: the mean eigenvalue of the diagonal preconditioner that the rates are. */
export function meanRate(logRates: LogRates, rates: readonly Scalar[], sizes: readonly number[]): Scalar {
  if (logRates.size === 1) return rates[0] as Scalar;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares = tensor2d([sizes.map((size) => size / total)]);
  return sum(mul(exp(logRates), shares));
}
