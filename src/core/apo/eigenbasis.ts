import { add, exp, matMul, mul, neg, type Scalar, scalar, square, sum, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { matMulTransposedA, matMulTransposedB } from "../kernels/matMul";
import { applyFused, preconditionerGradFused, preconditionerTraceFused } from "../kernels/preconditioner";

/** One layer's preconditioner P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ, as its factors are learned. */
export interface Factors {
  /** [in, in] */
  A: Tensor2D;
  /** [out, out] */
  B: Tensor2D;
  /** [out, in]: S itself (`raw`) or log S (`exp`). */
  S: Tensor2D;
}

export type Scale = Hyperparams["scaleParameterization"];

/** S∘S, [out, in]. */
export const squaredScale = (S: Tensor2D, scale: Scale): Tensor2D => square(scale === "exp" ? exp(S) : S);

/** P·G with what its gradient reuses: D = B V Aᵀ, V = S²∘U, U = Bᵀ G A (APO.md). G and D are [out, in]. */
export interface Applied {
  D: Tensor2D;
  GA: Tensor2D;
  U: Tensor2D;
  V: Tensor2D;
  /** S∘S. */
  S2: Tensor2D;
}

/** The step P·G by four small products; no inverse. */
export function applyPreconditioner(G: Tensor2D, { A, B, S }: Factors, scale: Scale): Applied {
  const fused = applyFused(G, { A, B, S }, scale);
  if (fused) return fused;
  const GA = matMul(G, A) as Tensor2D;
  const U = matMulTransposedA(B, GA);
  const S2 = squaredScale(S, scale);
  const V = mul(S2, U) as Tensor2D;
  return { D: matMulTransposedB(matMul(B, V), A), GA, U, V, S2 };
}

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S) where the step was W′ = W − D and R = ∂Q/∂W′ (APO.md). */
export function preconditionerGrad(
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: Factors,
  applied: Applied,
  scale: Scale,
): Factors {
  const fused = preconditionerGradFused(G, R, { A, B, S }, applied, scale);
  if (fused) return fused;
  const { GA, U, V, S2 } = applied;
  const RA = matMul(R, A) as Tensor2D;
  const RU = matMulTransposedA(B, RA);
  const scaledRU = mul(S2, RU) as Tensor2D;
  const gradB = add(matMulTransposedB(RA, V), matMulTransposedB(GA, scaledRU));
  const gradA = add(matMulTransposedA(R, matMul(B, V)), matMulTransposedA(G, matMul(B, scaledRU)));
  // d S²/dS = 2S; d S²/d log S = 2S²
  const slope = mul(scalar(-2), scale === "exp" ? S2 : S);
  return { A: neg(gradA) as Tensor2D, B: neg(gradB) as Tensor2D, S: mul(slope, mul(U, RU)) };
}

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B. */
export function preconditionerTrace({ A, B, S }: Factors, scale: Scale): Scalar {
  const fused = preconditionerTraceFused({ A, B, S }, scale);
  if (fused) return fused;
  const columnsOfB = sum(square(B), 0, true) as Tensor2D;
  const columnsOfA = sum(square(A), 0, true) as Tensor2D;
  return sum(mul(matMul(columnsOfB, squaredScale(S, scale)), columnsOfA));
}
