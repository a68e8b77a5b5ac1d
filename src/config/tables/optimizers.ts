import type { HyperparamName } from "./hyperparams";

export const OPTIMIZER_IDS = [
  "apo-p",
  "apo-lr",
  "sgd",
  "sgdm",
  "rmsprop",
  "adam",
  "kfac",
  "ekfac",
  "shampoo",
  "gradient-descent",
  "natural-gradient",
  "hessian-free",
  "proximal-point",
] as const;
export type OptimizerId = (typeof OPTIMIZER_IDS)[number];

/** What the page, the link and the command line know of a method. */
export interface OptimizerInfo {
  id: OptimizerId;
  /** As drawn on charts: "APO-P". */
  name: string;
  /** One sentence. */
  summary: string;
  /** Those it reads, in the order its own settings are listed; APO-η reads momentum, β and ε for its base. */
  hyperparams: readonly HyperparamName[];
  /** What its meta-updates learn; null where it makes none. */
  learns: "preconditioner" | "learningRate" | null;
  /** Solves within a step: tens or hundreds of passes, as many as the data need. */
  isSolver: boolean;
  /** Preconditions each layer by a Kronecker product of matrices that it factorises. */
  isFactored: boolean;
  /** Reads the inputs and output gradients of layers: not defined where there are none. */
  needsLayers: boolean;
}

const FIRST_ORDER = { learns: null, isSolver: false, isFactored: false, needsLayers: false } as const;
const SOLVES = { ...FIRST_ORDER, isSolver: true } as const;
const FACTORED = { ...FIRST_ORDER, isFactored: true } as const;
const FROM_LAYERS = { ...FACTORED, needsLayers: true } as const;

const APO = ["lambdaFsd", "lambdaWsd", "metaUpdateInterval", "metaLearningRate"] as const;
const META = [
  "metaIntervalWarmup",
  "metaOnlySteps",
  "metaOptimizer",
  "metaBeta1",
  "metaBeta2",
  "metaEpsilon",
  "metaSchedule",
  "klDirection",
] as const;
const SOLVER = ["solverIterations", "solverTolerance"] as const;

const CURVATURE = [
  "learningRate",
  "damping",
  "momentum",
  "curvatureEma",
  "factorUpdatePeriod",
  "inverseUpdatePeriod",
  "klClip",
] as const;

const METHODS: Record<OptimizerId, OptimizerInfo> = {
  "apo-p": {
    ...FIRST_ORDER,
    learns: "preconditioner",
    id: "apo-p",
    name: "APO-P",
    summary: "APO that learns a Kronecker-factored preconditioner P.",
    hyperparams: [...APO, "learningRate", "momentum", "scaleParameterization", ...META],
  },
  "apo-lr": {
    ...FIRST_ORDER,
    learns: "learningRate",
    id: "apo-lr",
    name: "APO-η",
    summary: "APO that learns the learning rate η of SGD, SGDm, RMSprop or Adam: one for all layers, or one for each.",
    hyperparams: [
      ...APO,
      "learningRate",
      "learningRateScope",
      "baseOptimizer",
      "momentum",
      "beta1",
      "beta2",
      "epsilon",
      ...META,
    ],
  },
  sgd: {
    ...FIRST_ORDER,
    id: "sgd",
    name: "SGD",
    summary: "Gradient descent on minibatches with a fixed or scheduled learning rate.",
    hyperparams: ["learningRate", "learningRateSchedule", "weightDecay"],
  },
  sgdm: {
    ...FIRST_ORDER,
    id: "sgdm",
    name: "SGDm",
    summary: "SGD with momentum.",
    hyperparams: ["learningRate", "learningRateSchedule", "weightDecay", "momentum"],
  },
  rmsprop: {
    ...FIRST_ORDER,
    id: "rmsprop",
    name: "RMSprop",
    summary: "The gradient over its root mean square (Tieleman and Hinton 2012), bias-corrected, without momentum.",
    hyperparams: ["learningRate", "weightDecay", "beta2", "epsilon"],
  },
  adam: {
    ...FIRST_ORDER,
    id: "adam",
    name: "Adam",
    summary: "Adam with bias correction (Kingma and Ba 2015).",
    hyperparams: ["learningRate", "learningRateSchedule", "weightDecay", "beta1", "beta2", "epsilon"],
  },
  kfac: {
    ...FROM_LAYERS,
    id: "kfac",
    name: "KFAC",
    summary: "Kronecker-factored natural gradient (Martens and Grosse 2015), true Fisher, factored damping.",
    hyperparams: [...CURVATURE, "dampingForm"],
  },
  ekfac: {
    ...FROM_LAYERS,
    id: "ekfac",
    name: "EKFAC",
    summary: "KFAC's eigenbases with the Fisher's own diagonal in them (George et al. 2018), sampled targets.",
    hyperparams: CURVATURE,
  },
  shampoo: {
    ...FACTORED,
    id: "shampoo",
    name: "Shampoo",
    summary: "The gradient between inverse fourth roots of its accumulated row and column moments (Gupta et al. 2018).",
    hyperparams: ["learningRate", "momentum", "epsilon", "inverseUpdatePeriod"],
  },
  "gradient-descent": {
    ...FIRST_ORDER,
    id: "gradient-descent",
    name: "Gradient descent",
    summary: "The proximal step with a first-order loss and WSD alone: SGD with η = 1/λ_WSD.",
    hyperparams: ["lambdaWsd"],
  },
  "natural-gradient": {
    ...SOLVES,
    id: "natural-gradient",
    name: "Natural gradient",
    summary: "The proximal step with a first-order loss and the exact curvature of FSD, by conjugate gradients.",
    hyperparams: ["lambdaFsd", "lambdaWsd", "learningRate", ...SOLVER],
  },
  "hessian-free": {
    ...SOLVES,
    id: "hessian-free",
    name: "Hessian-free",
    summary: "The proximal step with a Gauss-Newton model of the loss and WSD, by conjugate gradients (Martens 2010).",
    hyperparams: ["lambdaWsd", "damping", "backtracking", ...SOLVER],
  },
  "proximal-point": {
    ...SOLVES,
    id: "proximal-point",
    name: "Proximal point",
    summary: "The exact proximal step: the whole objective minimised anew in every step, by L-BFGS.",
    hyperparams: ["lambdaFsd", "lambdaWsd", ...SOLVER, "klDirection"],
  },
};

/** Read by every method. */
const COMMON: readonly HyperparamName[] = ["precision"];

/** Every method's card. */
export const OPTIMIZERS = Object.fromEntries(
  Object.values(METHODS).map((info) => [info.id, { ...info, hyperparams: [...info.hyperparams, ...COMMON] }]),
) as unknown as Record<OptimizerId, OptimizerInfo>;
