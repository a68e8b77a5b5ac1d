import { type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { dot } from "../linalg/hostVector";
import { NotPositiveDefiniteError, psdInverse } from "../linalg/psd";
import { type Batch, lossAndGrads, type Params, type Problem, type StepStats } from "./optimizer";

/** Tells whether the objective is quadratic with one known matrix: a single dense layer under squared error. */
export function isLinearRegression({ model, loss }: Problem): boolean {
  const [layer, ...rest] = model.layers;
  return (
    rest.length === 0 && layer?.weightShape != null && layer.inputShape.length === 1 && loss.kind === "squaredError"
  );
}

/**
 * The proximal point of linear regression, in float64 on the host: with A and A′ the second moments of ā = (x, 1) on B and
 * B′, each row of W moves by −(A + λ_FSD·A′ + λ_WSD·I)⁻¹ times its gradient. Throws where that matrix is singular.
 */
export async function linearProximalPoint(
  problem: Problem,
  params: Params,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): Promise<{ params: Params; stats: StepStats }> {
  const { lambdaFsd, lambdaWsd } = hyperparams;
  const weights = params[0];
  if (!weights) throw new Error("Linear regression without weights.");
  const [outputs, columns] = weights.shape;
  const W = Float64Array.from(await weights.data());
  const y = await batch.target.data();
  const rows = await augmentedRows(batch.input, columns);
  const fsdRows = await augmentedRows(fsdBatch.input, columns);

  const matrix = new Float64Array(columns * columns);
  addMoment(matrix, rows, columns, 1);
  addMoment(matrix, fsdRows, columns, lambdaFsd);
  const inverse = invert(matrix, columns, lambdaWsd);
  const count = rows.length / columns;
  const next = new Float32Array(W.length);
  for (let o = 0; o < outputs; o++) {
    const own = W.subarray(o * columns, (o + 1) * columns);
    const gradient = new Float64Array(columns);
    for (let n = 0; n < count; n++) {
      const row = rows.subarray(n * columns, (n + 1) * columns);
      const error = dot(own, row) - (y[n * outputs + o] as number);
      for (let i = 0; i < columns; i++) gradient[i] = (gradient[i] as number) + (error * (row[i] as number)) / count;
    }
    for (let i = 0; i < columns; i++)
      next[o * columns + i] = (own[i] as number) - dot(inverse.subarray(i * columns, (i + 1) * columns), gradient);
  }
  if (!next.every(Number.isFinite))
    throw new RangeError("The proximal point is not finite: the run has diverged before this step. Raise λ_WSD.");
  return {
    params: [tensor2d(next, [outputs, columns])],
    stats: {
      loss: lossAndGrads(problem, params, batch, hyperparams).loss,
      learningRate: null,
      // the gradient on B; the system costs no pass through the network
      forwardPasses: 1,
      backwardPasses: 1,
    },
  };
}

/** ā of a batch [N, in] as rows of `columns` values: x, and a trailing 1 where the layer has a bias. */
async function augmentedRows(input: Tensor, columns: number): Promise<Float64Array> {
  const [count = 0, inputs = 0] = input.shape;
  const x = await input.data();
  const rows = new Float64Array(count * columns).fill(1);
  for (let n = 0; n < count; n++) for (let i = 0; i < inputs; i++) rows[n * columns + i] = x[n * inputs + i] as number;
  return rows;
}

/** matrix ← matrix + factor·Σ āāᵀ/N. */
function addMoment(matrix: Float64Array, rows: Float64Array, columns: number, factor: number): void {
  const count = rows.length / columns;
  for (let n = 0; n < count; n++) {
    const row = rows.subarray(n * columns, (n + 1) * columns);
    for (let i = 0; i < columns; i++)
      for (let j = 0; j < columns; j++) {
        const at = i * columns + j;
        matrix[at] = (matrix[at] as number) + (factor * (row[i] as number) * (row[j] as number)) / count;
      }
  }
}

function invert(matrix: Float64Array, n: number, shift: number): Float64Array {
  try {
    return psdInverse(matrix, n, shift);
  } catch (error) {
    if (!(error instanceof NotPositiveDefiniteError)) throw error;
    throw new RangeError(
      "The proximal objective has no unique minimum on these batches: raise λ_WSD above 0, or the batch size. " +
        `(${error.message})`,
    );
  }
}
