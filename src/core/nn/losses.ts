import {
  concat,
  cumsum,
  div,
  greaterEqual,
  less,
  logicalAnd,
  maximum,
  minimum,
  mul,
  neg,
  reshape,
  slice,
  sub,
  sum,
  type Tensor2D,
  zeros,
} from "@tensorflow/tfjs-core";
import type { ExampleLossId } from "../../config/tables/losses";
import {
  meanHalfSquaredDistance,
  meanSoftmaxCrossEntropy,
  softmax,
  softmaxDivergenceFromNew,
  softmaxDivergenceFromOld,
} from "../kernels/losses";
import type { Loss } from "./loss";
import { sigmoidCrossEntropy } from "./sigmoidCrossEntropy";

/** mean over the batch of ½‖f − y‖²; ρ is the same half squared distance, so that G = E[JᵀJ]. */
export const squaredError: Loss = {
  kind: "squaredError",
  noise: "normal",
  lossAndGrad(outputs, targets) {
    const { value, grad } = meanHalfSquaredDistance(outputs, targets);
    return { loss: value, outputGrad: grad };
  },
  discrepancyAndGrad(outputs, reference) {
    const { value, grad } = meanHalfSquaredDistance(outputs, reference);
    return { discrepancy: value, outputGrad: grad };
  },
  /** I / N. */
  outputCurvature: (outputs, tangent) => div(tangent, outputs.shape[0]),
  sampledTargetGrad: (outputs, noise) => neg(div(noise, outputs.shape[0])) as Tensor2D,
};

/** Cross-entropy of softmax(f); ρ is KL between the softmax distributions, KL(old ‖ new) by default. */
export const softmaxCrossEntropy: Loss = {
  kind: "softmaxCrossEntropy",
  noise: "uniform",
  lossAndGrad(outputs, targets) {
    const { value, grad } = meanSoftmaxCrossEntropy(outputs, targets);
    return { loss: value, outputGrad: grad };
  },
  discrepancyAndGrad(outputs, reference, direction) {
    const divergence = direction === "old-new" ? softmaxDivergenceFromOld : softmaxDivergenceFromNew;
    const { value, grad } = divergence(outputs, reference);
    return { discrepancy: value, outputGrad: grad };
  },
  /** The softmax Fisher (diag p − ppᵀ) / N of each example. */
  outputCurvature(outputs, tangent) {
    const { p } = softmax(outputs);
    const centred = sub(tangent, sum(mul(p, tangent), 1, true));
    return div(mul(p, centred), outputs.shape[0]) as Tensor2D;
  },
  /** Inverse CDF over the classes in order: the first class whose cumulative probability reaches the uniform draw. */
  sampledTargetGrad(outputs, noise) {
    const [count, classes] = outputs.shape;
    const { p } = softmax(outputs);
    const upTo = cumsum(p, 1) as Tensor2D;
    // rounding may leave the last cumulative probability below 1, and a draw of 0 belongs to the first class
    const total = slice(upTo, [0, classes - 1], [count, 1]);
    const draw = maximum(minimum(reshape(noise, [count, 1]), total), 1e-30);
    const before = concat([zeros([count, 1]) as Tensor2D, slice(upTo, [0, 0], [count, classes - 1])], 1);
    const chosen = logicalAnd(greaterEqual(upTo, draw), less(before, draw));
    return div(sub(p, chosen), count);
  },
};

/** Those of examples; that of tokens comes with the tasks that have some. */
export const LOSSES: Record<ExampleLossId, Loss> = {
  squaredError,
  softmaxCrossEntropy,
  sigmoidCrossEntropy,
};
