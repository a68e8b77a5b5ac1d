import {
  add,
  addN,
  exp,
  matMul,
  mul,
  neg,
  type Scalar,
  scalar,
  square,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { matMulTransposedA, matMulTransposedB } from "../kernels/matMul";
import { applyFused, preconditionerGradsFused, preconditionerTraceFused } from "../kernels/preconditioner";
import { type Vector, zipWith } from "../optimizers/vectors";

/** One layer's preconditioner P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ, as its factors are learned. */
export interface Factors {
  /** [in, in] */
  A: Tensor2D;
  /** [out, out] */
  B: Tensor2D;
  /** [out, in]: S itself (`raw`) or log S (`exp`). */
  S: Tensor2D;
}

export type ScaleParameterization = Hyperparams["scaleParameterization"];

/** S∘S, [out, in]. */
const squaredScale = (S: Tensor2D, scale: ScaleParameterization): Tensor2D => square(scale === "exp" ? exp(S) : S);

/** P·G: D = B V Aᵀ, V = S²∘U, U = Bᵀ G A (APO.md). G and D are [out, in]. */
export interface Applied {
  D: Tensor2D;
  /** Absent where the fused kernel of the gradient makes it again. */
  reuse?: Reused;
}

/** What the gradient needs of P·G besides, [out, in]; S2 is S∘S. */
export interface Reused {
  GA: Tensor2D;
  U: Tensor2D;
  V: Tensor2D;
  S2: Tensor2D;
}

/** What is left of `Applied` when the step itself has been used. */
export type Left = Pick<Applied, "reuse">;

/** The step P·G by four small products; no inverse. */
export const applyPreconditioner = (G: Tensor2D, factors: Factors, scale: ScaleParameterization): Applied =>
  applyPreconditioners([G], [factors], scale)[0] as Applied;

/** The step P·G of each layer. */
export const applyPreconditioners = (
  grads: Vector,
  factors: readonly Factors[],
  scale: ScaleParameterization,
): Applied[] => applyFused(grads, factors, scale) ?? zipWith(grads, factors, (G, each) => plainApply(G, each, scale));

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S) where the step was W′ = W − D and R = ∂Q/∂W′ (APO.md). */
export const preconditionerGrad = (
  G: Tensor2D,
  R: Tensor2D,
  factors: Factors,
  applied: Left,
  scale: ScaleParameterization,
): Factors => preconditionerGrads([G], [R], [factors], [applied], scale)[0] as Factors;

/** `preconditionerGrad` of each layer. */
export const preconditionerGrads = (
  grads: Vector,
  outer: Vector,
  factors: readonly Factors[],
  applied: readonly Left[],
  scale: ScaleParameterization,
): Factors[] =>
  preconditionerGradsFused(grads, outer, factors, applied, scale) ??
  zipWith(grads, outer, (G, R, i) => plainGrad(G, R, factors[i] as Factors, applied[i] as Left, scale));

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B, of all layers together. */
export const totalTrace = (factors: readonly Factors[], scale: ScaleParameterization): Scalar =>
  preconditionerTraceFused(factors, scale) ?? addN(factors.map((each) => plainTrace(each, scale)));

/** tr P of one layer. */
export const preconditionerTrace = (factors: Factors, scale: ScaleParameterization): Scalar =>
  totalTrace([factors], scale);

function plainApply(G: Tensor2D, { A, B, S }: Factors, scale: ScaleParameterization): Applied {
  const GA = matMul(G, A) as Tensor2D;
  const U = matMulTransposedA(B, GA);
  const S2 = squaredScale(S, scale);
  const V = mul(S2, U) as Tensor2D;
  return { D: matMulTransposedB(matMul(B, V), A), reuse: { GA, U, V, S2 } };
}

function plainGrad(
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: Factors,
  { reuse }: Left,
  scale: ScaleParameterization,
): Factors {
  if (!reuse) throw new Error("P·G of a fused kernel has nothing that the composed gradient could reuse.");
  const { GA, U, V, S2 } = reuse;
  const RA = matMul(R, A) as Tensor2D;
  const RU = matMulTransposedA(B, RA);
  const scaledRU = mul(S2, RU) as Tensor2D;
  const gradB = add(matMulTransposedB(RA, V), matMulTransposedB(GA, scaledRU));
  const gradA = add(matMulTransposedA(R, matMul(B, V)), matMulTransposedA(G, matMul(B, scaledRU)));
  // d S²/dS = 2S; d S²/d log S = 2S²
  const slope = mul(scalar(-2), scale === "exp" ? S2 : S);
  return { A: neg(gradA) as Tensor2D, B: neg(gradB) as Tensor2D, S: mul(slope, mul(U, RU)) };
}

function plainTrace({ A, B, S }: Factors, scale: ScaleParameterization): Scalar {
  const columnsOfB = sum(square(B), 0, true) as Tensor2D;
  const columnsOfA = sum(square(A), 0, true) as Tensor2D;
  return sum(mul(matMul(columnsOfB, squaredScale(S, scale)), columnsOfA));
}
