import type { HyperparamName } from "./hyperparams";

export const OPTIMIZER_IDS = ["apo-p", "apo-lr", "sgd", "sgdm", "adam", "kfac"] as const;
export type OptimizerId = (typeof OPTIMIZER_IDS)[number];

/** What the page, the link and the command line know of a method. */
export interface OptimizerInfo {
  id: OptimizerId;
  /** As drawn on charts: "APO-P". */
  name: string;
  /** One sentence. */
  summary: string;
  /** Suffix of its `--opt-*` colour and `--dash-*` tokens. */
  token: string;
  /** Those it reads, in the order its own settings are listed; APO-η reads momentum, β and ε for its base. */
  hyperparams: readonly HyperparamName[];
}

const APO = ["lambdaFsd", "lambdaWsd", "metaUpdateInterval", "metaLearningRate"] as const;
const META = ["metaOptimizer", "metaBeta1", "metaBeta2", "metaEpsilon", "metaSchedule", "klDirection"] as const;

export const OPTIMIZERS: Record<OptimizerId, OptimizerInfo> = {
  "apo-p": {
    id: "apo-p",
    name: "APO-P",
    summary: "APO that learns a Kronecker-factored preconditioner P.",
    token: "apo-p",
    hyperparams: [...APO, "learningRate", "momentum", "scaleParameterization", ...META],
  },
  "apo-lr": {
    id: "apo-lr",
    name: "APO-η",
    summary: "APO that learns one learning rate η, on SGD.",
    token: "apo-lr",
    hyperparams: [...APO, "learningRate", "baseOptimizer", "momentum", "beta1", "beta2", "epsilon", ...META],
  },
  sgd: {
    id: "sgd",
    name: "SGD",
    summary: "Gradient descent on minibatches with a fixed learning rate.",
    token: "sgd",
    hyperparams: ["learningRate"],
  },
  sgdm: {
    id: "sgdm",
    name: "SGDm",
    summary: "SGD with momentum.",
    token: "sgdm",
    hyperparams: ["learningRate", "momentum"],
  },
  adam: {
    id: "adam",
    name: "Adam",
    summary: "Adam with bias correction (Kingma and Ba 2015).",
    token: "adam",
    hyperparams: ["learningRate", "beta1", "beta2", "epsilon"],
  },
  kfac: {
    id: "kfac",
    name: "KFAC",
    summary: "Kronecker-factored natural gradient (Martens and Grosse 2015), true Fisher, factored damping.",
    token: "kfac",
    hyperparams: [
      "learningRate",
      "damping",
      "momentum",
      "curvatureEma",
      "factorUpdatePeriod",
      "inverseUpdatePeriod",
      "klClip",
      "dampingForm",
    ],
  },
};
