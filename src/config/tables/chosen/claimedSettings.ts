import type { Hyperparams } from "../hyperparams";
import type { NetworkForm } from "../networks/networkStarts";
import type { OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";

/** A choice of the claims' records: all settings of the method over its bare defaults, and what it was the best of. */
export interface Claimed {
  hyperparams: Partial<Hyperparams>;
  candidates: number;
  criterion: string;
  steps: number;
  /** Better candidates that were passed over, the best first: of each a seed of 0 to 9 on which it diverges, and the step at which it was given up. */
  unsteady?: readonly Unsteady[];
}

export interface Unsteady {
  seed: number;
  step: number;
}

/** Written from docs/claims by `npm run claims -- --defaults`, of studies with all their seeds, on seeds 0 to 9 steady; not by hand. */
export const CLAIMED_SETTINGS: Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Claimed>>>> = {
  "deep-linear": {
    "apo-p": {
      hyperparams: { lambdaFsd: 1.3, metaLearningRate: 0.01, learningRate: 0.01, metaBeta2: 0.9 },
      candidates: 16,
      criterion: "training loss",
      steps: 1500,
    },
    "apo-lr": {
      hyperparams: {
        lambdaFsd: 3.2,
        metaUpdateInterval: 1,
        metaLearningRate: 0.077,
        learningRate: 0.053,
        baseOptimizer: "sgdm",
      },
      candidates: 16,
      criterion: "training loss",
      steps: 1500,
    },
    sgd: { hyperparams: { learningRate: 0.072 }, candidates: 16, criterion: "training loss", steps: 1500 },
    sgdm: { hyperparams: { learningRate: 0.03 }, candidates: 16, criterion: "training loss", steps: 1500 },
    rmsprop: { hyperparams: { learningRate: 0.0032 }, candidates: 16, criterion: "training loss", steps: 1500 },
    adam: { hyperparams: { learningRate: 0.9 }, candidates: 16, criterion: "training loss", steps: 1500 },
    kfac: {
      hyperparams: { learningRate: 0.1, damping: 0.015, klClip: 0.01 },
      candidates: 16,
      criterion: "training loss",
      steps: 1500,
    },
    ekfac: {
      hyperparams: { learningRate: 0.12, damping: 0.01 },
      candidates: 16,
      criterion: "training loss",
      steps: 1500,
    },
    shampoo: { hyperparams: { learningRate: 0.5 }, candidates: 16, criterion: "training loss", steps: 1500 },
  },
  cars: {
    "apo-p": {
      hyperparams: { lambdaFsd: 17, metaLearningRate: 0.0033, learningRate: 0.14 },
      candidates: 24,
      criterion: "training loss",
      steps: 600,
    },
    "apo-lr": {
      hyperparams: {
        lambdaFsd: 0.021,
        metaUpdateInterval: 1,
        metaLearningRate: 0.0043,
        learningRate: 0.29,
        baseOptimizer: "adam",
      },
      candidates: 24,
      criterion: "training loss",
      steps: 600,
    },
    sgd: {
      hyperparams: { learningRate: 0.3 },
      candidates: 24,
      criterion: "training loss",
      steps: 600,
      unsteady: [
        { seed: 2, step: 50 },
        { seed: 2, step: 50 },
      ],
    },
    sgdm: { hyperparams: { learningRate: 0.13 }, candidates: 24, criterion: "training loss", steps: 600 },
    rmsprop: { hyperparams: { learningRate: 0.014 }, candidates: 24, criterion: "training loss", steps: 600 },
    adam: { hyperparams: { learningRate: 0.19 }, candidates: 24, criterion: "training loss", steps: 600 },
    kfac: {
      hyperparams: { learningRate: 0.042, damping: 0.000018 },
      candidates: 24,
      criterion: "training loss",
      steps: 600,
    },
    ekfac: {
      hyperparams: { learningRate: 0.017, damping: 0.00032 },
      candidates: 24,
      criterion: "training loss",
      steps: 600,
    },
    shampoo: { hyperparams: { learningRate: 0.084 }, candidates: 24, criterion: "training loss", steps: 600 },
  },
  sine: {
    "apo-p": {
      hyperparams: { lambdaFsd: 3, metaLearningRate: 0.01, learningRate: 0.011 },
      candidates: 20,
      criterion: "training loss",
      steps: 1000,
    },
    "apo-lr": {
      hyperparams: {
        lambdaFsd: 0.19,
        metaUpdateInterval: 1,
        metaLearningRate: 0.039,
        learningRate: 0.032,
        baseOptimizer: "adam",
      },
      candidates: 20,
      criterion: "training loss",
      steps: 1000,
    },
    sgd: {
      hyperparams: { learningRate: 0.11 },
      candidates: 20,
      criterion: "training loss",
      steps: 1000,
      unsteady: [
        { seed: 2, step: 50 },
        { seed: 2, step: 50 },
      ],
    },
    sgdm: { hyperparams: { learningRate: 0.1 }, candidates: 20, criterion: "training loss", steps: 1000 },
    rmsprop: { hyperparams: { learningRate: 0.013 }, candidates: 20, criterion: "training loss", steps: 1000 },
    adam: { hyperparams: { learningRate: 0.014 }, candidates: 20, criterion: "training loss", steps: 1000 },
    kfac: {
      hyperparams: { learningRate: 0.0059, damping: 0.000006 },
      candidates: 20,
      criterion: "training loss",
      steps: 1000,
    },
    ekfac: {
      hyperparams: { learningRate: 0.017, damping: 0.00032 },
      candidates: 20,
      criterion: "training loss",
      steps: 1000,
    },
    shampoo: { hyperparams: { learningRate: 0.045 }, candidates: 20, criterion: "training loss", steps: 1000 },
  },
  spirals: {
    "apo-p": {
      hyperparams: { lambdaFsd: 7.1, metaLearningRate: 0.018, learningRate: 0.15 },
      candidates: 24,
      criterion: "training loss",
      steps: 1000,
    },
    "apo-lr": {
      hyperparams: {
        lambdaFsd: 0.063,
        metaUpdateInterval: 1,
        metaLearningRate: 0.0043,
        learningRate: 0.87,
        baseOptimizer: "sgdm",
      },
      candidates: 24,
      criterion: "training loss",
      steps: 1000,
    },
    sgd: { hyperparams: { learningRate: 2.5 }, candidates: 24, criterion: "training loss", steps: 1000 },
    sgdm: { hyperparams: { learningRate: 0.42 }, candidates: 24, criterion: "training loss", steps: 1000 },
    rmsprop: { hyperparams: { learningRate: 0.03 }, candidates: 24, criterion: "training loss", steps: 1000 },
    adam: { hyperparams: { learningRate: 0.069 }, candidates: 24, criterion: "training loss", steps: 1000 },
    kfac: {
      hyperparams: { learningRate: 0.03, damping: 0.00015 },
      candidates: 24,
      criterion: "training loss",
      steps: 1000,
    },
    ekfac: {
      hyperparams: { learningRate: 0.027, damping: 0.00015 },
      candidates: 24,
      criterion: "training loss",
      steps: 1000,
    },
    shampoo: { hyperparams: { learningRate: 0.095 }, candidates: 24, criterion: "training loss", steps: 1000 },
  },
  linear: {
    "apo-p": {
      hyperparams: {
        lambdaFsd: 1.5,
        lambdaWsd: 0.1,
        metaLearningRate: 0.01,
        learningRate: 0.1,
        momentum: 0,
        metaSchedule: "linear",
      },
      candidates: 20,
      criterion: "training loss",
      steps: 2000,
    },
    "apo-lr": {
      hyperparams: {
        lambdaFsd: 1,
        metaUpdateInterval: 10,
        metaLearningRate: 0.2,
        learningRate: 0.001,
        baseOptimizer: "sgd",
      },
      candidates: 20,
      criterion: "training loss",
      steps: 2000,
    },
    sgd: { hyperparams: { learningRate: 0.45 }, candidates: 20, criterion: "training loss", steps: 2000 },
    sgdm: { hyperparams: { learningRate: 0.025 }, candidates: 20, criterion: "training loss", steps: 2000 },
    rmsprop: { hyperparams: { learningRate: 0.019 }, candidates: 20, criterion: "training loss", steps: 2000 },
    adam: { hyperparams: { learningRate: 0.1 }, candidates: 20, criterion: "training loss", steps: 2000 },
    kfac: {
      hyperparams: { learningRate: 0.00033, damping: 0.0075 },
      candidates: 20,
      criterion: "training loss",
      steps: 2000,
    },
    ekfac: {
      hyperparams: { learningRate: 0.00033, damping: 0.012 },
      candidates: 20,
      criterion: "training loss",
      steps: 2000,
    },
    shampoo: { hyperparams: { learningRate: 1 }, candidates: 20, criterion: "training loss", steps: 2000 },
  },
};
