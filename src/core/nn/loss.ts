import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { LossId } from "../../config/tables/losses";

/** N(0, 1) [batch, out], U(0, 1) [batch], or U(0, 1) [batch, out]. */
export type TargetNoise = "normal" | "uniform" | "uniformPerOutput";

export type KlDirection = "old-new" | "new-old";

/**
 * A loss on network outputs f [batch, out], with the discrepancy ρ that FSD measures (APO.md). Everything is a mean over
 * the batch, and every gradient is with respect to the outputs, [batch, out]. Of sequences a row is a token, and `rowShares`
 * [batch, 1] says how much each counts: together 1, and 0 for padding.
 */
export interface Loss {
  readonly kind: LossId;
  /** Targets [batch, out]: values, probabilities in [0, 1], or one row per example with a 1 at its class. */
  lossAndGrad(outputs: Tensor2D, targets: Tensor2D, rowShares?: Tensor2D): { loss: Scalar; outputGrad: Tensor2D };
  /** ρ between the outputs (new) and a reference (old), which is a constant. */
  discrepancyAndGrad(
    outputs: Tensor2D,
    reference: Tensor2D,
    direction: KlDirection,
    rowShares?: Tensor2D,
  ): { discrepancy: Scalar; outputGrad: Tensor2D };
  /**
   * H·tangent, [batch, out], with H the Hessian of ρ's batch mean along the outputs at ρ = 0. H must be positive
   * semi-definite; for the losses here, which are negative log-likelihoods of an exponential family in its natural
   * parameters, it is the Hessian of the mean loss as well, whatever the targets.
   */
  outputCurvature(outputs: Tensor2D, tangent: Tensor2D, rowShares?: Tensor2D): Tensor2D;
  /** Gradient of the mean loss at targets drawn from the model's own distribution: KFAC's sampled targets (TRACE.md). */
  sampledTargetGrad(outputs: Tensor2D, noise: Tensor): Tensor2D;
  /** What `sampledTargetGrad` draws from. */
  readonly noise: TargetNoise;
}
