import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";

/** A loss on network outputs f [batch, out], with the discrepancy ρ that FSD measures (APO.md). Means over the batch. */
export interface Loss {
  readonly kind: "squaredError" | "softmaxCrossEntropy";
  /** Loss and its gradient with respect to the outputs [batch, out]. Targets: [batch, out], or classes [batch] int32. */
  lossAndGrad(outputs: Tensor2D, targets: Tensor): { loss: Scalar; outputGrad: Tensor2D };
  /** mean ρ(new, old) and its gradient with respect to `outputs` (new); `reference` (old) is a constant. */
  discrepancyAndGrad(
    outputs: Tensor2D,
    reference: Tensor2D,
    direction: "old-new" | "new-old",
  ): { discrepancy: Scalar; outputGrad: Tensor2D };
  /** Gradient of the mean loss at targets drawn from the model: KFAC's sampled targets. `noise` as in TRACE.md. */
  sampledTargetGrad(outputs: Tensor2D, noise: Tensor): Tensor2D;
  /** Shape of the noise `sampledTargetGrad` wants for a batch: normal [batch, out] or uniform [batch]. */
  readonly noise: "normal" | "uniform";
}
