/** Names of the numeric hyperparameters (TRACE.md). */
export const NUMERIC_HYPERPARAM_NAMES = [
  "lambdaFsd",
  "lambdaWsd",
  "metaUpdateInterval",
  "metaLearningRate",
  "learningRate",
  "weightDecay",
  "momentum",
  "beta1",
  "beta2",
  "epsilon",
  "damping",
  "curvatureEma",
  "factorUpdatePeriod",
  "inverseUpdatePeriod",
  "klClip",
  "metaBeta1",
  "metaBeta2",
  "metaEpsilon",
  "solverIterations",
  "solverTolerance",
  "metaIntervalWarmup",
  "metaOnlySteps",
] as const;

export type NumericHyperparamName = (typeof NUMERIC_HYPERPARAM_NAMES)[number];

/** What is accepted at all: closed unless an end is named open. Wider than the slider. */
export interface Limits {
  min: number;
  max: number;
  /** The end itself is refused. */
  open?: "min" | "max" | "both";
}

/** A number as the page shows it. `min` and `max` are the slider's ends, a recommendation. */
export interface NumericHyperparam {
  kind: "number";
  label: string;
  /** "" where the field has none: show the label. */
  symbol: string;
  /** One sentence for the term's tooltip. */
  summary: string;
  scale: "log" | "linear";
  integer: boolean;
  min: number;
  max: number;
  /** Zero has its own place left of `min` on a log scale. */
  allowsZero: boolean;
  default: number;
  limits: Limits;
  /** One of the page's live knobs; the others restart the run. */
  live: boolean;
  /** Short name in links and on the command line. */
  link?: string;
}
