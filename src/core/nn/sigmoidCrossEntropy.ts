import {
  abs,
  add,
  cast,
  div,
  exp,
  less,
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
import type { Loss } from "./losses";

/**
 * Cross-entropy of independent Bernoulli outputs with logits f, summed over the outputs: mean over the batch of
 * Σ log(1 + eᶠ) − y f, for targets y in [0, 1]. ρ is the KL divergence between the two products of Bernoullis, KL(old ‖ new)
 * by default, in nats. As for softmax, f are natural parameters: the Hessian is the Fisher matrix, diag p(1 − p).
 */
export const sigmoidCrossEntropy: Loss = {
  kind: "sigmoidCrossEntropy",
  noise: "uniformPerOutput",
  lossAndGrad: (outputs, targets) => ({
    loss: mean(sum(sub(softplus(outputs), mul(targets, outputs)), 1)),
    outputGrad: div(sub(sigmoid(outputs), targets), outputs.shape[0]),
  }),
  discrepancyAndGrad(outputs, reference, direction) {
    const count = outputs.shape[0];
    const [now, old] = [sigmoid(outputs), sigmoid(reference)];
    const change = sub(outputs, reference);
    const rise = sub(softplus(outputs), softplus(reference));
    if (direction === "old-new") {
      return { discrepancy: mean(sum(sub(rise, mul(old, change)), 1)), outputGrad: div(sub(now, old), count) };
    }
    return {
      discrepancy: mean(sum(sub(mul(now, change), rise), 1)),
      outputGrad: div(mul(variance(now), change), count) as Tensor2D,
    };
  },
  outputCurvature: (outputs, tangent) => div(mul(variance(sigmoid(outputs)), tangent), outputs.shape[0]) as Tensor2D,
  /** 1 where the uniform draw lies below p, else 0. */
  sampledTargetGrad(outputs, noise) {
    const p = sigmoid(outputs);
    return div(sub(p, cast(less(noise, p), "float32")), outputs.shape[0]) as Tensor2D;
  },
};

/** p(1 − p) */
const variance = (p: Tensor2D) => mul(p, sub(1, p));

/** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|), without overflow. */
const softplus = (x: Tensor2D) => add(relu(x), log1p(exp(neg(abs(x)))));
