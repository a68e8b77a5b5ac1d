import { mul, sub, sum, type Tensor2D } from "@tensorflow/tfjs-core";
import { meanTokenCrossEntropy, tokenDivergenceFromNew, tokenDivergenceFromOld } from "../kernels/graph/tokenLoss";
import { softmax } from "../kernels/losses";
import type { Loss } from "./loss";

/**
 * Cross-entropy of softmax(f) with one token per row, and ρ as for `softmaxCrossEntropy`, both weighed with the rows' shares: the mean
 * over the tokens that are no padding.
 */
export const tokenCrossEntropy: Loss = {
  kind: "tokenCrossEntropy",
  noise: "uniform",
  lossAndGrad(outputs, tokens, rowShares) {
    const { value, grad } = meanTokenCrossEntropy(outputs, tokens, required(rowShares));
    return { loss: value, outputGrad: grad };
  },
  discrepancyAndGrad(outputs, reference, direction, rowShares) {
    const divergence = direction === "old-new" ? tokenDivergenceFromOld : tokenDivergenceFromNew;
    const { value, grad } = divergence(outputs, reference, required(rowShares));
    return { discrepancy: value, outputGrad: grad };
  },
  /** The softmax Fisher (diag p − ppᵀ) of each token, with its share. */
  outputCurvature(outputs, tangent, rowShares) {
    const { p } = softmax(outputs);
    return mul(required(rowShares), mul(p, sub(tangent, sum(mul(p, tangent), 1, true))));
  },
  sampledTargetGrad() {
    throw new Error("Sampled targets are not defined for sequences: no method that reads them is offered there.");
  },
};

function required(rowShares: Tensor2D | undefined): Tensor2D {
  if (rowShares) return rowShares;
  throw new Error("The loss of sequences needs the shares of their tokens.");
}
