import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";

/** A mean over the batch, and its gradient with respect to the first argument. */
export interface ValueAndGrad {
  value: Scalar;
  grad: Tensor2D;
}
