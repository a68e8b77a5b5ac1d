import { cast, div, less, mul, sigmoid, sub, type Tensor2D } from "@tensorflow/tfjs-core";
import {
  bernoulliCrossEntropy,
  bernoulliDivergenceFromNew,
  bernoulliDivergenceFromOld,
  variance,
} from "../kernels/bernoulliLosses";
import type { Loss } from "./loss";

/**
 * Cross-entropy of independent Bernoulli outputs with logits f, summed over the outputs: mean over the batch of
 * Σ log(1 + eᶠ) − y f, for targets y in [0, 1]. ρ is the KL divergence between the two products of Bernoullis, KL(old ‖ new)
 * by default, in nats. As for softmax, f are natural parameters: the Hessian is the Fisher matrix, diag p(1 − p).
 */
export const sigmoidCrossEntropy: Loss = {
  kind: "sigmoidCrossEntropy",
  noise: "uniformPerOutput",
  lossAndGrad(outputs, targets) {
    const { value, grad } = bernoulliCrossEntropy(outputs, targets);
    return { loss: value, outputGrad: grad };
  },
  discrepancyAndGrad(outputs, reference, direction) {
    const divergence = direction === "old-new" ? bernoulliDivergenceFromOld : bernoulliDivergenceFromNew;
    const { value, grad } = divergence(outputs, reference);
    return { discrepancy: value, outputGrad: grad };
  },
  outputCurvature: (outputs, tangent) => div(mul(variance(sigmoid(outputs)), tangent), outputs.shape[0]) as Tensor2D,
  /** 1 where the uniform draw lies below p, else 0. */
  sampledTargetGrad(outputs, noise) {
    const p = sigmoid(outputs);
    return div(sub(p, cast(less(noise, p), "float32")), outputs.shape[0]) as Tensor2D;
  },
};
