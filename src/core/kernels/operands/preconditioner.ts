import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../../config/tables/hyperparams";

/** One layer's preconditioner P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ, as its factors are learned. */
export interface Factors {
  /** [in, in] */
  A: Tensor2D;
  /** [out, out] */
  B: Tensor2D;
  /** [out, in]: S itself (`raw`) or log S (`exp`). */
  S: Tensor2D;
}

/** Factors of a layer of which not all are learned: what is absent is the identity. */
export type SomeFactors = Partial<Pick<Factors, "A" | "B">> & Pick<Factors, "S">;

/** Whether the factors hold S or log S. */
export type ScaleParameterization = Hyperparams["scaleParameterization"];

/** What is left of `PreconditionedGrad` when the step itself has been used. */
export interface Reusable {
  /** Absent where the fused kernel of the gradient makes it again. */
  reuse?: Reused;
}

/** P·G: D = B V Aᵀ, V = S²∘U, U = Bᵀ G A (APO.md). G and D are [out, in]. */
export interface PreconditionedGrad extends Reusable {
  D: Tensor2D;
}

/** What the gradient of P's factors needs of P·G besides, [out, in]; S2 is S∘S. */
export interface Reused {
  GA: Tensor2D;
  U: Tensor2D;
  V: Tensor2D;
  S2: Tensor2D;
}
