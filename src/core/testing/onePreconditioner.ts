import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import type { Factors, PreconditionedGrad, Reusable, ScaleParameterization } from "../kernels/operands/preconditioner";
import { applyPreconditioners, preconditionerGrads, totalTrace } from "../kernels/preconditioner";

/** For tests: `applyPreconditioners` of one layer. */
export const applyPreconditioner = (G: Tensor2D, factors: Factors, scale: ScaleParameterization): PreconditionedGrad =>
  applyPreconditioners([G], [factors], scale)[0] as PreconditionedGrad;

/** For tests: `preconditionerGrads` of one layer. */
export const preconditionerGrad = (
  G: Tensor2D,
  R: Tensor2D,
  factors: Factors,
  applied: Reusable,
  scale: ScaleParameterization,
): Factors => preconditionerGrads([G], [R], [factors], [applied], scale)[0] as Factors;

/** For tests: tr P of one layer. */
export const preconditionerTrace = (factors: Factors, scale: ScaleParameterization): Scalar =>
  totalTrace([factors], scale);
