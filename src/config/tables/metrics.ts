/** Columns of a run, one value per step, null where a quantity does not exist at that step (TRACE.md). */
export const COLUMN_NAMES = [
  "step",
  "trainLoss", // loss on B before the step
  "testLoss", // at evaluations only
  "testMetric", // accuracy in [0, 1], RMSE or BLEU, at evaluations only
  "learningRate", // η used in the step; apo-p: mean eigenvalue of P over all layers
  "preconditionerTrace", // apo-p only: total trace of P
  "objective", // Q at meta-updates
  "objectiveLoss",
  "fsd", // raw, without λ
  "wsd", // ½‖θ′ − θ‖²
  "seconds", // cumulative time spent in this run's steps
  "gradientEvaluations", // cumulative forward-and-backward passes on one batch
  "forwardPasses", // passes over one batch in the step
  "backwardPasses",
  "proximalDistance", // ‖θ⁺ − θ*‖ / ‖θ* − θ‖ to the exact proximal step θ*, where that is known
  "proximalCosine", // cosine between θ⁺ − θ and θ* − θ
  "proximalFloor", // the smallest distance of any step along the gradient, whatever its η
  "proximalAtBestRate", // the distance at η* = gᵀg / gᵀMg, where the objective is quadratic with the matrix M
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Rows of one run: columns of equal length. */
export type Columns = Record<ColumnName, (number | null)[]>;

/** Full-split measurements at a step, taken before that step (TRACE.md `evaluations`). */
export interface Evaluation {
  step: number;
  /** Mean loss over at most 1,000 training examples. */
  trainLoss: number;
  testLoss: number;
  /** Accuracy in [0, 1] for classification, RMSE for regression, BLEU for translation. */
  testMetric: number;
}

/** How eigenvalues are had: "dense" and "exact" are exact; "quadrature" is a stochastic Lanczos estimate. */
export const SPECTRUM_METHODS = ["dense", "exact", "quadrature"] as const;
export type SpectrumMethod = (typeof SPECTRUM_METHODS)[number];

/** Eigenvalues of one layer's implied preconditioner: the matrix from gradient to step, momentum aside. */
export interface LayerSpectrum {
  name: string;
  method: SpectrumMethod;
  /** Ascending; at most 512 values, each standing for `weights[i]` of the layer's eigenvalues. */
  eigenvalues: number[];
  /** Fractions of the layer's dimension; they sum to 1. */
  weights: number[];
  /** out·in of the layer. */
  dimension: number;
  /**
   * "quadrature" only: standard error of the mean of ln λ, which is the relative one of the geometric mean eigenvalue, from the
   * spread between random probes (eigenvalues below 1e-12 of the largest left out).
   */
  standardError?: number;
}

/** Curvature of a layer that is the same at every θ, so that the best preconditioner is known in closed form. */
export interface LayerCurvature {
  name: string;
  /** Of H over the training split, which is G here: out·in values, ascending. */
  eigenvalues: number[];
}

/** What a step of a method costs. */
export interface RunCost {
  /** Median over the recent steps, milliseconds. */
  msPerStep: number;
  /** Forward and backward passes over one batch per step, averaged over the K schedule. */
  forwardPasses: number;
  backwardPasses: number;
  /** Bytes of tensors the run keeps between steps. */
  tensorBytes: number;
  /** Most bytes of tensors alive at once in a step so far: those kept, and what the step made. */
  peakBytes: number;
}
