import { mul, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB, product } from "../kernels/matMul";
import type { KroneckerBasis } from "../nn/layer";

/** Q_G [(Q_Gᵀ ∇ Q_A) ∘ scale] Q_Aᵀ, [out, in]. */
export function rescaledInBasis(
  grad: Tensor2D,
  { inputBasis, outputBasis }: KroneckerBasis,
  scale: Tensor2D,
): Tensor2D {
  const projected = product(matMulTransposedA(outputBasis, grad), inputBasis);
  return matMulTransposedB(product(outputBasis, mul(projected, scale) as Tensor2D), inputBasis);
}
