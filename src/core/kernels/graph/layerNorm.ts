import { add, mul, sub, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import { rowNormBackwardOnHeap, rowNormForwardOnHeap, rowNormTangentOnHeap } from "../wasm/graph/layerNorm";
import { normalise, normWeightGrad, scaleAndShift, throughNorm } from "./normalise";

/** Rows as they came in, and the moments μ and r = 1/√(σ² + ε) of each, [rows, 1]. */
export interface RowNormPass {
  input: Tensor2D;
  mean: Tensor2D;
  inverseDeviation: Tensor2D;
}

/** γ·x̂ + β of rows [rows, width], x̂ by the row's own moments, weights [width, 2]. */
export const rowNormForward: (
  input: Tensor2D,
  weights: Tensor2D,
  epsilon: number,
) => RowNormPass & { output: Tensor2D } = fused(plainForward, {
  wasm: rowNormForwardOnHeap,
  webgpu: onGpu("rowNormForwardOnGpu"),
});

/** The gradients of the rows (where it is wanted) and of the weights. */
export const rowNormBackward: (
  pass: RowNormPass,
  weights: Tensor2D,
  outputGrad: Tensor2D,
  wanted: { input: boolean },
) => { inputGrad: Tensor2D | null; weightGrad: Tensor2D } = fused(plainBackward, {
  wasm: rowNormBackwardOnHeap,
  webgpu: onGpu("rowNormBackwardOnGpu"),
});

/** Derivative of the output along tangents of rows and weights, of which at least one is not null. */
export const rowNormTangent: (
  pass: RowNormPass,
  weights: Tensor2D,
  tangents: { input: Tensor2D | null; weights: Tensor2D | null },
) => Tensor2D = fused(plainTangent, { wasm: rowNormTangentOnHeap, webgpu: onGpu("rowNormTangentOnGpu") });

const standardOf = ({ input, mean, inverseDeviation }: RowNormPass) => ({
  standard: mul(sub(input, mean), inverseDeviation) as Tensor2D,
  inverseDeviation,
});

function plainForward(input: Tensor2D, weights: Tensor2D, epsilon: number) {
  const { scale, shift } = scaleAndShift(weights);
  const { standard, mean, inverseDeviation } = normalise(input, 1, epsilon);
  const moments = { mean: mean as Tensor2D, inverseDeviation: inverseDeviation as Tensor2D };
  return { input, ...moments, output: add(mul(standard, scale), shift) as Tensor2D };
}

function plainBackward(pass: RowNormPass, weights: Tensor2D, dy: Tensor2D, wanted: { input: boolean }) {
  const { scale } = scaleAndShift(weights);
  const normalised = standardOf(pass);
  return {
    inputGrad: wanted.input ? (throughNorm(normalised, mul(dy, scale), 1) as Tensor2D) : null,
    weightGrad: normWeightGrad(normalised.standard, dy),
  };
}

function plainTangent(
  pass: RowNormPass,
  weights: Tensor2D,
  tangents: { input: Tensor2D | null; weights: Tensor2D | null },
) {
  const normalised = standardOf(pass);
  const parts: Tensor[] = [];
  if (tangents.input) parts.push(mul(throughNorm(normalised, tangents.input, 1), scaleAndShift(weights).scale));
  if (tangents.weights) {
    const along = scaleAndShift(tangents.weights);
    parts.push(add(mul(normalised.standard, along.scale), along.shift));
  }
  return parts.reduce((total, part) => add(total, part)) as Tensor2D;
}
