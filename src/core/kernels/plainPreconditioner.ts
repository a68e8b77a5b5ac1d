import { add, exp, mul, neg, type Scalar, scalar, square, sum, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB, product } from "./matMul";
import type { PreconditionedGrad, Reusable, ScaleParameterization, SomeFactors } from "./operands/preconditioner";

/* One layer's preconditioner as compositions of products; where A or B is not learned it is the identity, and left out. */

/** S∘S, [out, in]. */
const squaredScale = (S: Tensor2D, scale: ScaleParameterization): Tensor2D => square(scale === "exp" ? exp(S) : S);

/** The step P·G. */
export function plainApply(G: Tensor2D, { A, B, S }: SomeFactors, scale: ScaleParameterization): PreconditionedGrad {
  const GA = A ? product(G, A) : G;
  const U = B ? matMulTransposedA(B, GA) : GA;
  const S2 = squaredScale(S, scale);
  const V = mul(S2, U) as Tensor2D;
  const BV = B ? product(B, V) : V;
  return { D: A ? matMulTransposedB(BV, A) : BV, reuse: { GA, U, V, S2 } };
}

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S), of the factors that there are. */
export function plainGrad(
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: SomeFactors,
  { reuse }: Reusable,
  scale: ScaleParameterization,
): SomeFactors {
  if (!reuse) throw new Error("P·G of a fused kernel has nothing that the composed gradient could reuse.");
  const { GA, U, V, S2 } = reuse;
  const RA = A ? product(R, A) : R;
  const RU = B ? matMulTransposedA(B, RA) : RA;
  const scaledRU = mul(S2, RU) as Tensor2D;
  const throughB = (values: Tensor2D) => (B ? product(B, values) : values);
  const ofA = () => neg(add(matMulTransposedA(R, throughB(V)), matMulTransposedA(G, throughB(scaledRU)))) as Tensor2D;
  return {
    ...(A && { A: ofA() }),
    ...(B && { B: neg(add(matMulTransposedB(RA, V), matMulTransposedB(GA, scaledRU))) as Tensor2D }),
    // d S²/dS = 2S; d S²/d log S = 2S²
    S: mul(mul(scalar(-2), scale === "exp" ? S2 : S), mul(U, RU)),
  };
}

/** tr P. */
export function plainTrace({ A, B, S }: SomeFactors, scale: ScaleParameterization): Scalar {
  const perColumn = (X: Tensor2D) => sum(square(X), 0, true) as Tensor2D;
  const S2 = squaredScale(S, scale);
  const summed = B ? product(perColumn(B), S2) : S2;
  return sum(A ? mul(summed, perColumn(A)) : summed);
}
