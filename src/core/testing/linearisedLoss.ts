import { div, matMul, mean, mul, sub, sum, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Loss } from "../nn/loss";
import { squaredError } from "../nn/losses";

/**
 * J = mean of ⟨c, f⟩ with c as target: without curvature, so that Algorithm 1 as written minimises the linearised
 * objective. ρ is ½(f − f₀)ᵀM(f − f₀) for an SPD metric M [out, out], so that a linear layer has G = M ⊗ E[x xᵀ].
 */
export function linearisedLoss(metric: readonly (readonly number[])[]): Loss {
  return {
    ...squaredError,
    lossAndGrad: (outputs, targets) => ({
      loss: mean(sum(mul(outputs, targets), 1)),
      outputGrad: div(targets, outputs.shape[0]),
    }),
    discrepancyAndGrad(outputs, reference) {
      const moved = sub(outputs, reference) as Tensor2D;
      const weighted = matMul(moved, tensor2d(metric as number[][])) as Tensor2D;
      return {
        discrepancy: mul(mean(sum(mul(moved, weighted), 1)), 0.5),
        outputGrad: div(weighted, outputs.shape[0]),
      };
    },
  };
}
