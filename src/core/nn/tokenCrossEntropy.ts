import { abs, minimum, mul, neg, scalar, sub, sum, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { softmax } from "../kernels/losses";
import type { Loss } from "./loss";

/** Rows with a 1 at their token, [rows, vocabulary], from tokens [rows, 1]. */
export function oneHotRows(tokens: Tensor2D, vocabulary: number): Tensor2D {
  const places = tensor2d(
    Float32Array.from({ length: vocabulary }, (_, i) => i),
    [1, vocabulary],
  );
  return sub(scalar(1), minimum(abs(sub(tokens, places)), scalar(1)));
}

/**
 * Cross-entropy of softmax(f) with one token per row, and ρ as for `softmaxCrossEntropy`, both weighed with the rows' shares: the mean
 * over the tokens that are no padding.
 */
export const tokenCrossEntropy: Loss = {
  kind: "tokenCrossEntropy",
  noise: "uniform",
  lossAndGrad(outputs, tokens, rowShares) {
    const shares = required(rowShares);
    const { p, logP } = softmax(outputs);
    const targets = oneHotRows(tokens, outputs.shape[1]);
    return { loss: neg(sum(mul(shares, mul(targets, logP)))), outputGrad: mul(shares, sub(p, targets)) };
  },
  discrepancyAndGrad(outputs, reference, direction, rowShares) {
    const shares = required(rowShares);
    const [now, old] = [softmax(outputs), softmax(reference)];
    const logRatio = sub(now.logP, old.logP);
    if (direction === "old-new")
      return {
        discrepancy: neg(sum(mul(shares, mul(old.p, logRatio)))),
        outputGrad: mul(shares, sub(now.p, old.p)),
      };
    // d KL(p ‖ q)/df = p ∘ (log p/q − KL)
    const perToken = sum(mul(now.p, logRatio), 1, true);
    return {
      discrepancy: sum(mul(shares, perToken)),
      outputGrad: mul(shares, mul(now.p, sub(logRatio, perToken))),
    };
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
