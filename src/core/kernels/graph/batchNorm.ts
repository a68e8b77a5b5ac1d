import { add, mul, reshape, stack, sub, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { activate, activationGrad } from "../activation";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import type { Activation } from "../operands/activation";
import type { NormMoments, NormPass } from "../operands/norm";
import { normBackwardOnHeap, normForwardOnHeap, normTangentOnHeap } from "../wasm/graph/norm";
import { normalise, normWeightGrad, scaleAndShift, throughNorm } from "./normalise";

/** σ(γ·x̂ + β) of values [..., channels] by the moments of their channels, weights [channels, 2]; the variance is biased. */
export const normForward: (
  input: Tensor,
  weights: Tensor2D,
  epsilon: number,
  activation: Activation,
) => NormPass & { variance: Tensor } = fused(plainForward, {
  wasm: normForwardOnHeap,
  webgpu: onGpu("normForwardOnGpu"),
});

/** The gradients of values (where it is wanted) and weights, for `outputGrad` at the output. */
export const normBackward: (
  pass: NormPass,
  weights: Tensor2D,
  outputGrad: Tensor,
  activation: Activation,
  wanted: { input: boolean },
) => { inputGrad: Tensor | null; weightGrad: Tensor2D } = fused(plainBackward, {
  wasm: normBackwardOnHeap,
  webgpu: onGpu("normBackwardOnGpu"),
});

/** Derivative of the output along tangents of values and weights, of which at least one is not null. */
export const normTangent: (
  pass: NormPass,
  weights: Tensor2D,
  tangents: { input: Tensor | null; weights: Tensor2D | null },
  activation: Activation,
) => Tensor = fused(plainTangent, { wasm: normTangentOnHeap, webgpu: onGpu("normTangentOnGpu") });

/** Mean and unbiased variance [2, channels] of each. */
export const normStatistics: (all: readonly NormMoments[]) => Tensor2D[] = fused(
  (all) => all.map(({ mean, variance, count }) => stack([mean, mul(variance, count / (count - 1))]) as Tensor2D),
  { webgpu: onGpu("normStatisticsOnGpu") },
);

const inRows = (values: Tensor, { shape: [channels] }: Tensor2D) => reshape(values, [-1, channels]) as Tensor2D;

/** x̂ of a pass, as rows [rows, channels], with what leads through it. */
function normalisedIn({ input, mean, inverseDeviation }: NormPass, weights: Tensor2D) {
  return { standard: mul(sub(inRows(input, weights), mean), inverseDeviation) as Tensor2D, inverseDeviation };
}

function plainForward(input: Tensor, weights: Tensor2D, epsilon: number, activation: Activation) {
  const { scale, shift } = scaleAndShift(weights);
  const { standard, ...moments } = normalise(inRows(input, weights), 0, epsilon);
  const output = activate(activation, reshape(add(mul(standard, scale), shift), input.shape));
  return { input, output, ...moments };
}

function plainBackward(
  pass: NormPass,
  weights: Tensor2D,
  outputGrad: Tensor,
  activation: Activation,
  wanted: { input: boolean },
) {
  const dy = inRows(activationGrad(activation, pass.output, outputGrad), weights);
  const normalised = normalisedIn(pass, weights);
  const through = () => throughNorm(normalised, mul(dy, scaleAndShift(weights).scale) as Tensor2D, 0);
  return {
    inputGrad: wanted.input ? reshape(through(), pass.input.shape) : null,
    weightGrad: normWeightGrad(normalised.standard, dy),
  };
}

function plainTangent(
  pass: NormPass,
  weights: Tensor2D,
  tangents: { input: Tensor | null; weights: Tensor2D | null },
  activation: Activation,
): Tensor {
  const normalised = normalisedIn(pass, weights);
  const parts: Tensor[] = [];
  if (tangents.input) {
    const through = throughNorm(normalised, inRows(tangents.input, weights), 0);
    parts.push(mul(through, scaleAndShift(weights).scale));
  }
  if (tangents.weights) {
    const along = scaleAndShift(tangents.weights);
    parts.push(add(mul(normalised.standard, along.scale), along.shift));
  }
  const sum = parts.reduce((total, part) => add(total, part));
  return activationGrad(activation, pass.output, reshape(sum, pass.input.shape));
}
