import {
  abs,
  add,
  div,
  exp,
  log1p,
  mean,
  mul,
  neg,
  relu,
  sigmoid,
  sub,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import type { ValueAndGrad } from "./operands/loss";

/* Means over the rows of logits f [count, outputs] of independent Bernoullis, with their gradients along the logits. */

type MeanOfRows = (outputs: Tensor2D, other: Tensor2D) => ValueAndGrad;

/** Σ log(1 + eᶠ) − y f for targets y in [0, 1]. */
export const bernoulliCrossEntropy: MeanOfRows = fused(
  (outputs, targets) => ({
    value: mean(sum(sub(softplus(outputs), mul(targets, outputs)), 1)),
    grad: div(sub(sigmoid(outputs), targets), outputs.shape[0]),
  }),
  { webgpu: (gpu, outputs, targets) => onGpu("lossOnGpu")(gpu, "bernoulliCrossEntropy", outputs, targets) },
);

/** KL(reference ‖ outputs), in nats. */
export const bernoulliDivergenceFromOld: MeanOfRows = fused(
  (outputs, reference) => {
    const [now, old] = [sigmoid(outputs), sigmoid(reference)];
    const rise = sub(softplus(outputs), softplus(reference));
    return {
      value: mean(sum(sub(rise, mul(old, sub(outputs, reference))), 1)),
      grad: div(sub(now, old), outputs.shape[0]),
    };
  },
  { webgpu: (gpu, outputs, reference) => onGpu("lossOnGpu")(gpu, "bernoulliDivergenceFromOld", outputs, reference) },
);

/** KL(outputs ‖ reference), in nats. */
export const bernoulliDivergenceFromNew: MeanOfRows = fused(
  (outputs, reference) => {
    const now = sigmoid(outputs);
    const change = sub(outputs, reference);
    const rise = sub(softplus(outputs), softplus(reference));
    return {
      value: mean(sum(sub(mul(now, change), rise), 1)),
      grad: div(mul(variance(now), change), outputs.shape[0]) as Tensor2D,
    };
  },
  { webgpu: (gpu, outputs, reference) => onGpu("lossOnGpu")(gpu, "bernoulliDivergenceFromNew", outputs, reference) },
);

/** p(1 − p) */
export const variance = (p: Tensor2D): Tensor2D => mul(p, sub(1, p));

/** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|), without overflow. */
const softplus = (x: Tensor2D) => add(relu(x), log1p(exp(neg(abs(x)))));
