import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Loss } from "./loss";
import type { ForwardPass, Model } from "./model";

/**
 * The Gauss-Newton product G·v of one batch, one matrix per layer: G = Jᵀ H J with J the Jacobian of the outputs along the
 * params and H the Hessian of the batch-mean loss along the outputs (Schraudolph 2002). It is also the exact Hessian of the
 * FSD at θ′ = θ, and the Fisher matrix, for every loss here. One derivative forward, one backward pass; `pass` is the
 * forward pass at `params`.
 */
export function curvatureProduct(
  { model, loss }: { model: Model; loss: Loss },
  params: readonly Tensor2D[],
  pass: ForwardPass,
  direction: readonly Tensor2D[],
  rowShares?: Tensor2D,
): Tensor2D[] {
  const tangent = model.jvp(params, pass, direction);
  return model.backward(params, pass, loss.outputCurvature(pass.outputs, tangent, rowShares));
}
