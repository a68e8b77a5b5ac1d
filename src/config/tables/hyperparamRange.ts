import type { NumericHyperparam, NumericHyperparamName } from "./hyperparamNames";
import { HYPERPARAMS, type HyperparamName, type Hyperparams } from "./hyperparams";
import { OPTIMIZERS, type OptimizerId } from "./optimizers";

type Override = Partial<Omit<NumericHyperparam, "kind" | "scale" | "integer" | "live" | "link">>;

const START: Override = {
  label: "Starting learning rate",
  symbol: "η₀",
  summary: "Where the adapted step size starts: P = η₀·I, or η = η₀.",
};

const OVERRIDES: Record<OptimizerId, Partial<Record<NumericHyperparamName, Override>>> = {
  "apo-p": {
    learningRate: { ...START, min: 1e-3, max: 0.3, default: 0.01 },
    metaLearningRate: {
      min: 1e-3,
      max: 0.05,
      default: 0.01,
      summary: "Step size of the meta-optimizer on A, B and S; above 0.02 a run can diverge.",
    },
    momentum: {
      summary: "Share of the last step that the next one keeps, after preconditioning, outside the lookahead.",
    },
  },
  "apo-lr": {
    learningRate: { ...START, min: 1e-4, max: 1, default: 1e-3 },
    lambdaFsd: { default: 0.3 },
    metaLearningRate: {
      min: 0.01,
      max: 0.3,
      default: 0.1,
      summary: "Step size of the meta-optimizer on log η: 0.1 changes η by about a tenth per meta-update.",
    },
    metaUpdateInterval: { default: 10 },
    metaBeta2: { default: 0.9 },
  },
  sgd: { learningRate: { min: 1e-3, max: 3, default: 0.05 } },
  sgdm: { learningRate: { min: 1e-4, max: 0.5, default: 0.02 } },
  rmsprop: {
    learningRate: { min: 1e-4, max: 0.1, default: 0.01 },
    beta2: { label: "RMSprop β₂", summary: "Decay of the average squared gradient.", default: 0.9 },
    epsilon: { label: "RMSprop ε", summary: "Added to RMSprop's denominator." },
  },
  adam: { learningRate: { min: 1e-4, max: 0.1, default: 3e-3 } },
  kfac: { learningRate: { min: 1e-3, max: 0.3, default: 0.03 } },
  ekfac: {
    learningRate: { min: 1e-3, max: 0.3, default: 0.01 },
    damping: {
      summary: "Added to EKFAC's curvature; more damping brings its step nearer to the gradient.",
      default: 0.01,
    },
    curvatureEma: { summary: "Decay of the running averages of EKFAC's factors and of its scaling." },
    factorUpdatePeriod: { summary: "Steps from one update of EKFAC's factors and scaling to the next." },
    inverseUpdatePeriod: {
      label: "Basis period",
      summary: "Steps from one renewal of EKFAC's eigenbases to the next.",
      default: 10,
    },
    klClip: { summary: "Largest change of the predictions that an EKFAC step may make, in its quadratic model." },
  },
  shampoo: {
    learningRate: { min: 1e-4, max: 0.3, default: 0.01 },
    momentum: { summary: "Share of the last step that the next one keeps, after preconditioning." },
    epsilon: { label: "Shampoo ε", summary: "Both accumulated moments start at ε·I.", default: 1e-4 },
    inverseUpdatePeriod: {
      label: "Root period",
      summary: "Steps from one computation of the inverse fourth roots to the next.",
      default: 10,
    },
  },
  "gradient-descent": {
    lambdaWsd: {
      summary: "Price of moving the weights; the learning rate is its inverse, so it cannot be 0.",
      min: 0.3,
      max: 1000,
      allowsZero: false,
      default: 20,
      limits: { min: 0, max: 1e6, open: "min" },
    },
  },
  "natural-gradient": {
    learningRate: { min: 1e-2, max: 1, default: 0.3 },
    lambdaWsd: {
      summary: "Price of moving the weights, added to G; at 0 the step is by the pseudo-inverse of G.",
      default: 0.1,
    },
  },
  "hessian-free": {
    lambdaWsd: { summary: "Price of moving the weights, added to the curvature of the loss.", default: 0.01 },
    damping: {
      label: "Starting damping",
      summary: "Added to the curvature, then adapted by how well the model foretold the last step; 0 turns it off.",
      min: 1e-4,
      max: 100,
      allowsZero: true,
      default: 10,
      limits: { min: 0, max: 1e6 },
    },
    solverIterations: { default: 50 },
  },
  "proximal-point": {
    lambdaWsd: { default: 0.01 },
    solverTolerance: { default: 1e-2 },
  },
};

/** A number as this method shows it: slider ends, default, limits and words with the method's own in place. */
export function hyperparamRange(optimizer: OptimizerId, name: NumericHyperparamName): NumericHyperparam {
  return { ...HYPERPARAMS[name], ...OVERRIDES[optimizer][name] };
}

/** Every hyperparameter at the method's default, before a task or a person sets any. */
export function hyperparamDefaults(optimizer: OptimizerId): Hyperparams {
  const entries = Object.entries(HYPERPARAMS).map(([name, info]) => [
    name,
    info.kind === "number" ? hyperparamRange(optimizer, name as NumericHyperparamName).default : info.default,
  ]);
  const defaults = Object.fromEntries(entries) as Hyperparams;
  return optimizer === "apo-lr" ? { ...defaults, metaOptimizer: "rmsprop" } : defaults;
}

/** Tells whether the method reads the hyperparameter at all. */
export function readsHyperparam(optimizer: OptimizerId, name: HyperparamName): boolean {
  return OPTIMIZERS[optimizer].hyperparams.includes(name);
}

/** Tells whether the method has a knob that moves while it trains. */
export function hasLiveKnobs(optimizer: OptimizerId): boolean {
  return OPTIMIZERS[optimizer].hyperparams.some((name) => HYPERPARAMS[name].live);
}

/** Tells whether the method learns by meta-updates: APO alone does. */
export function hasMetaUpdates(optimizer: OptimizerId): boolean {
  return readsHyperparam(optimizer, "metaUpdateInterval");
}

/** Tells whether the method has a learning rate of its own that can be moved while it trains: APO learns its own. */
export function hasLiveRate(optimizer: OptimizerId): boolean {
  return actsMidRun(optimizer, "learningRate");
}

const START_ONLY: readonly HyperparamName[] = [
  "baseOptimizer",
  "metaOptimizer",
  "scaleParameterization",
  "learningRateScope",
];

/** Tells whether a new value acts in the middle of a run; η₀ and what shapes a method's state act at its start only. */
export function actsMidRun(optimizer: OptimizerId, name: HyperparamName): boolean {
  const startsOnly =
    START_ONLY.includes(name) ||
    (name === "learningRate" && optimizer.startsWith("apo-")) ||
    (name === "epsilon" && optimizer === "shampoo") ||
    (name === "damping" && optimizer === "hessian-free");
  return readsHyperparam(optimizer, name) && !startsOnly;
}
