import type { Hyperparams } from "../hyperparams";
import type { NetworkForm } from "../networks/networkStarts";
import type { OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";

/** What the records of one study have chosen. */
export interface ClaimedStudy {
  /** Of each method. */
  candidates: number;
  /** What they were compared by at their end: "training loss". */
  criterion: string;
  steps: number;
  methods: Partial<Record<OptimizerId, Claimed>>;
}

export interface Claimed {
  /** Over the method's bare defaults. */
  hyperparams: Partial<Hyperparams>;
  /** As good as the best candidate within the range of its held-out seeds, and nearer to what the app had; absent of the best. */
  isLevel?: true;
  /** Candidates that came before and were passed over: of each a seed of 0 to 9 on which it diverges, and the step at which it was given up. */
  unsteady?: readonly Unsteady[];
}

export interface Unsteady {
  seed: number;
  step: number;
}

/** Written from docs/claims by `npm run claims -- --defaults`, of studies with all their seeds, on seeds 0 to 9 steady; not by hand. */
export const CLAIMED_SETTINGS: Partial<Record<TaskId | NetworkForm, ClaimedStudy>> = {
  "deep-linear": {
    candidates: 16,
    criterion: "training loss",
    steps: 1500,
    methods: {
      "apo-p": {
        hyperparams: { lambdaFsd: 1, metaLearningRate: 0.01, learningRate: 0.01, metaBeta2: 0.9 },
        isLevel: true,
      },
      "apo-lr": {
        hyperparams: {
          lambdaFsd: 3.2,
          metaUpdateInterval: 1,
          metaLearningRate: 0.077,
          learningRate: 0.03,
          baseOptimizer: "sgdm",
        },
        isLevel: true,
      },
      sgd: { hyperparams: { learningRate: 0.055 }, isLevel: true },
      sgdm: { hyperparams: { learningRate: 0.03 } },
      rmsprop: { hyperparams: { learningRate: 0.0032 } },
      adam: { hyperparams: { learningRate: 0.1 }, isLevel: true },
      kfac: { hyperparams: { learningRate: 0.1, damping: 0.01, klClip: 0.01 }, isLevel: true },
      ekfac: { hyperparams: { learningRate: 0.1, damping: 0.01 }, isLevel: true },
      shampoo: { hyperparams: { learningRate: 0.096 }, isLevel: true },
    },
  },
  cars: {
    candidates: 24,
    criterion: "training loss",
    steps: 600,
    methods: {
      "apo-p": { hyperparams: { lambdaFsd: 17, metaLearningRate: 0.0033, learningRate: 0.14 } },
      "apo-lr": {
        hyperparams: {
          lambdaFsd: 0.19,
          metaUpdateInterval: 1,
          metaLearningRate: 0.039,
          learningRate: 0.032,
          baseOptimizer: "adam",
        },
        isLevel: true,
      },
      sgd: { hyperparams: { learningRate: 0.3 }, isLevel: true },
      sgdm: { hyperparams: { learningRate: 0.12 }, isLevel: true },
      rmsprop: { hyperparams: { learningRate: 0.014 } },
      adam: { hyperparams: { learningRate: 0.1 }, isLevel: true },
      kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, isLevel: true },
      ekfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, isLevel: true },
      shampoo: { hyperparams: { learningRate: 0.079 }, isLevel: true },
    },
  },
  sine: {
    candidates: 20,
    criterion: "training loss",
    steps: 1000,
    methods: {
      "apo-p": { hyperparams: { lambdaFsd: 3, metaLearningRate: 0.01, learningRate: 0.01 }, isLevel: true },
      "apo-lr": {
        hyperparams: {
          lambdaFsd: 0.19,
          metaUpdateInterval: 1,
          metaLearningRate: 0.039,
          learningRate: 0.018,
          baseOptimizer: "adam",
        },
        isLevel: true,
      },
      sgd: { hyperparams: { learningRate: 0.055 }, isLevel: true },
      sgdm: { hyperparams: { learningRate: 0.05 }, isLevel: true },
      rmsprop: { hyperparams: { learningRate: 0.014 }, isLevel: true },
      adam: { hyperparams: { learningRate: 0.01, beta2: 0.99 }, isLevel: true },
      kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, isLevel: true },
      ekfac: { hyperparams: { learningRate: 0.0067, damping: 0.0001 }, isLevel: true },
      shampoo: { hyperparams: { learningRate: 0.045 } },
    },
  },
  spirals: {
    candidates: 24,
    criterion: "training loss",
    steps: 1000,
    methods: {
      "apo-p": { hyperparams: { lambdaFsd: 3, metaLearningRate: 0.01, learningRate: 0.1, momentum: 0 }, isLevel: true },
      "apo-lr": {
        hyperparams: {
          lambdaFsd: 0.063,
          metaUpdateInterval: 1,
          metaLearningRate: 0.013,
          learningRate: 0.29,
          baseOptimizer: "sgdm",
        },
        isLevel: true,
      },
      sgd: { hyperparams: { learningRate: 2.7 }, isLevel: true },
      sgdm: { hyperparams: { learningRate: 0.2 }, isLevel: true },
      rmsprop: { hyperparams: { learningRate: 0.037 }, isLevel: true },
      adam: { hyperparams: { learningRate: 0.1 }, isLevel: true },
      kfac: { hyperparams: { learningRate: 0.025, damping: 0.00012 }, isLevel: true },
      ekfac: { hyperparams: { learningRate: 0.3, damping: 0.01 }, isLevel: true },
      shampoo: { hyperparams: { learningRate: 0.063 }, isLevel: true },
    },
  },
  linear: {
    candidates: 20,
    criterion: "training loss",
    steps: 2000,
    methods: {
      "apo-p": {
        hyperparams: {
          lambdaFsd: 1,
          lambdaWsd: 0.1,
          metaLearningRate: 0.01,
          learningRate: 0.1,
          momentum: 0,
          metaSchedule: "linear",
        },
        isLevel: true,
      },
      "apo-lr": {
        hyperparams: {
          lambdaFsd: 1,
          metaUpdateInterval: 10,
          metaLearningRate: 0.2,
          learningRate: 0.001,
          baseOptimizer: "sgd",
        },
      },
      sgd: { hyperparams: { learningRate: 0.3 }, isLevel: true },
      sgdm: { hyperparams: { learningRate: 0.029 }, isLevel: true },
      rmsprop: { hyperparams: { learningRate: 0.014 }, isLevel: true },
      adam: { hyperparams: { learningRate: 0.1 } },
      kfac: { hyperparams: { learningRate: 0.001, damping: 0.01 }, isLevel: true },
      ekfac: { hyperparams: { learningRate: 0.001, damping: 0.01 }, isLevel: true },
      shampoo: { hyperparams: { learningRate: 0.0097 }, isLevel: true },
    },
  },
};
