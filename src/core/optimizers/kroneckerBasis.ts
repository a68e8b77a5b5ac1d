import { mul, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB, product } from "../kernels/matMul";
import type { KroneckerBasis } from "../nn/layer";

/**
 * v·Q for a matrix Q on the input's side, or v·q where that is one number q standing for q·I: of a layer with too many inputs for a
 * factor of its own.
 */
export const timesInput = (v: Tensor2D, Q: Tensor2D): Tensor2D =>
  Q.size === 1 && v.shape[1] > 1 ? mul(v, Q) : product(v, Q);

/** Q_G [(Q_Gᵀ ∇ Q_A) ∘ scale] Q_Aᵀ, [out, in]. */
export function rescaledInBasis(
  grad: Tensor2D,
  { inputBasis, outputBasis }: KroneckerBasis,
  scale: Tensor2D,
): Tensor2D {
  const projected = timesInput(matMulTransposedA(outputBasis, grad), inputBasis);
  const scaled = product(outputBasis, mul(projected, scale) as Tensor2D);
  return inputBasis.size === 1 ? timesInput(scaled, inputBasis) : matMulTransposedB(scaled, inputBasis);
}
