/** Names of the numeric hyperparameters (TRACE.md). */
export const NUMERIC_HYPERPARAM_NAMES = [
  "lambdaFsd",
  "lambdaWsd",
  "metaUpdateInterval",
  "metaLearningRate",
  "learningRate",
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
] as const;

/** Hyperparameters that are one of a few words (TRACE.md). */
export const CHOICES = {
  metaOptimizer: ["adam", "rmsprop", "sgd"],
  metaSchedule: ["constant", "linear"],
  baseOptimizer: ["sgd", "sgdm", "adam"],
  dampingForm: ["pi", "tikhonov"],
  scaleParameterization: ["exp", "raw"],
  klDirection: ["old-new", "new-old"],
} as const;

export type NumericHyperparamName = (typeof NUMERIC_HYPERPARAM_NAMES)[number];
export type ChoiceHyperparamName = keyof typeof CHOICES;
export type HyperparamName = NumericHyperparamName | ChoiceHyperparamName;

/** Every hyperparameter of one run, resolved; a method reads only those it lists in `OPTIMIZERS`. */
export type Hyperparams = Record<NumericHyperparamName, number> & {
  [Name in ChoiceHyperparamName]: (typeof CHOICES)[Name][number];
};
