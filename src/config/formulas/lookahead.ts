import { type Lambdas, type ObjectiveTerms, objectiveOf } from "../tables/lambdas";

/**
 * What an APO run's next step looks at before it moves anything: θ′ = θ − step, as its φ stands, and what Q is made of there.
 * Nothing here depends on λ_FSD or λ_WSD: both only weigh it (`objectiveOf`, `lookaheadSlope`).
 */
export interface Lookahead {
  /** Rows of the training split in B. */
  batch: Int32Array;
  /** Rows of the training split in B′. */
  fsdBatch: Int32Array;
  /** Predictions on the task's picture grid (see `RunPrediction`), at θ and at θ′. */
  before: Float32Array;
  after: Float32Array;
  /** The same at the inputs of B′, in the order of its rows. */
  fsdBefore: Float32Array;
  fsdAfter: Float32Array;
  /** J_B(θ), and ‖g‖, g = ∇J_B(θ). */
  batchLoss: number;
  gradientNorm: number;
  /** η of the lookahead; for apo-p the mean eigenvalue of P over all layers. */
  learningRate: number;
  /** ‖θ′ − θ‖ */
  stepLength: number;
  /** J_B(θ′) */
  objectiveLoss: number;
  /** mean over B′ of ρ(f(x; θ′), f(x; θ)) */
  fsd: number;
  /** ½‖θ′ − θ‖² */
  wsd: number;
  /** Derivative of each term, raw, by the logarithm of the step's length: −⟨∇ term(θ′), θ − θ′⟩. */
  slopes: ObjectiveTerms;
}

/**
 * dQ/d ln s where the step is scaled by s, at s = 1: for apo-lr with one η exactly ∂Q/∂ log η, for apo-p the derivative by the
 * logarithm of P's scale. Below 0 a longer step would lower Q.
 */
export const lookaheadSlope = ({ slopes }: Pick<Lookahead, "slopes">, lambdas: Lambdas): number =>
  objectiveOf(slopes, lambdas);
