import type { Hyperparams } from "../hyperparams";
import type { NetworkForm } from "../networks/networkStarts";
import type { OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";

/** A choice of the sweep: the hyperparameters it changed, and how many steps its candidates took. */
export interface Swept {
  hyperparams: Partial<Hyperparams>;
  steps: number;
  /** Of how many, where not of `SWEEP_BUDGET`: on the poster's networks, by their loss on the last batches. */
  candidates?: number;
}

/**
 * What `npm run sweep` chose for each method on each task, over `TASK_STARTS`, from `SWEEP_BUDGET` candidates on seed
 * `SWEEP_SEED`. Written from docs/sweeps by `npm run sweep -- --publish`; not by hand.
 */
export const SWEPT_SETTINGS: Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Swept>>>> = {
  sine: {
    "apo-p": { hyperparams: {}, steps: 1000 },
    "apo-lr": { hyperparams: { lambdaFsd: 0.1, metaLearningRate: 0.2 }, steps: 1000 },
    sgd: { hyperparams: { learningRate: 0.055 }, steps: 1000 },
    sgdm: { hyperparams: {}, steps: 1000 },
    rmsprop: { hyperparams: {}, steps: 1000 },
    adam: { hyperparams: { learningRate: 0.01 }, steps: 1000 },
    kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, steps: 1000 },
    ekfac: { hyperparams: {}, steps: 1000 },
    shampoo: { hyperparams: {}, steps: 1000 },
    "gradient-descent": { hyperparams: { lambdaWsd: 18.181818181818183 }, steps: 1000 },
    "natural-gradient": { hyperparams: { learningRate: 1, lambdaWsd: 0.1 }, steps: 50 },
    "hessian-free": { hyperparams: { damping: 0.1, lambdaWsd: 0 }, steps: 50 },
    "proximal-point": { hyperparams: { lambdaFsd: 1, lambdaWsd: 0.001 }, steps: 50 },
  },
  linear: {
    "apo-p": { hyperparams: { lambdaFsd: 3, metaLearningRate: 0.01 }, steps: 2000 },
    "apo-lr": { hyperparams: {}, steps: 2000 },
    sgd: { hyperparams: {}, steps: 2000 },
    sgdm: { hyperparams: { learningRate: 0.029 }, steps: 2000 },
    rmsprop: { hyperparams: {}, steps: 2000 },
    adam: { hyperparams: {}, steps: 2000 },
    kfac: { hyperparams: {}, steps: 2000 },
    ekfac: { hyperparams: {}, steps: 2000 },
    shampoo: { hyperparams: {}, steps: 2000 },
    "gradient-descent": { hyperparams: {}, steps: 2000 },
    "natural-gradient": { hyperparams: { learningRate: 1, lambdaWsd: 1 }, steps: 50 },
    "hessian-free": { hyperparams: {}, steps: 50 },
    "proximal-point": { hyperparams: { lambdaFsd: 3, lambdaWsd: 0.01 }, steps: 50 },
  },
  "deep-linear": {
    "apo-p": { hyperparams: { lambdaFsd: 1, metaLearningRate: 0.01 }, steps: 1500 },
    "apo-lr": { hyperparams: {}, steps: 1500 },
    sgd: { hyperparams: {}, steps: 1500 },
    sgdm: { hyperparams: {}, steps: 1500 },
    rmsprop: { hyperparams: { learningRate: 0.0032 }, steps: 1500 },
    adam: { hyperparams: { learningRate: 0.1 }, steps: 1500 },
    kfac: { hyperparams: { learningRate: 0.1, damping: 0.01 }, steps: 1500 },
    ekfac: { hyperparams: { learningRate: 0.1, damping: 0.01 }, steps: 1500 },
    shampoo: { hyperparams: {}, steps: 1500 },
    "gradient-descent": { hyperparams: {}, steps: 1500 },
    "natural-gradient": { hyperparams: { learningRate: 1, lambdaWsd: 0.001 }, steps: 50 },
    "hessian-free": { hyperparams: { damping: 1, lambdaWsd: 0 }, steps: 50 },
    "proximal-point": { hyperparams: { lambdaFsd: 0.3, lambdaWsd: 0.001 }, steps: 50 },
  },
  spirals: {
    "apo-p": { hyperparams: { lambdaFsd: 3, metaLearningRate: 0.01 }, steps: 1000 },
    "apo-lr": { hyperparams: { lambdaFsd: 0.1, metaLearningRate: 0.2 }, steps: 1000 },
    sgd: { hyperparams: { learningRate: 3 }, steps: 1000 },
    sgdm: { hyperparams: {}, steps: 1000 },
    rmsprop: { hyperparams: {}, steps: 1000 },
    adam: { hyperparams: { learningRate: 0.1 }, steps: 1000 },
    kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, steps: 1000 },
    ekfac: { hyperparams: {}, steps: 1000 },
    shampoo: { hyperparams: {}, steps: 1000 },
    "gradient-descent": { hyperparams: { lambdaWsd: 0.3333333333333333 }, steps: 1000 },
    "natural-gradient": { hyperparams: {}, steps: 50 },
    "hessian-free": { hyperparams: { damping: 0.1, lambdaWsd: 0.001 }, steps: 50 },
    "proximal-point": { hyperparams: { lambdaFsd: 3, lambdaWsd: 0.001 }, steps: 50 },
  },
  cars: {
    "apo-p": { hyperparams: {}, steps: 600 },
    "apo-lr": { hyperparams: {}, steps: 600 },
    sgd: { hyperparams: {}, steps: 600 },
    sgdm: { hyperparams: { learningRate: 0.12 }, steps: 600 },
    rmsprop: { hyperparams: {}, steps: 600 },
    adam: { hyperparams: {}, steps: 600 },
    kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, steps: 600 },
    ekfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, steps: 600 },
    shampoo: { hyperparams: { learningRate: 0.079 }, steps: 600 },
    "gradient-descent": { hyperparams: {}, steps: 600 },
    "natural-gradient": { hyperparams: { learningRate: 1, lambdaWsd: 0.1 }, steps: 50 },
    "hessian-free": { hyperparams: {}, steps: 50 },
    "proximal-point": { hyperparams: {}, steps: 50 },
  },
  cifar10: {
    "apo-p": { hyperparams: {}, steps: 150 },
    "apo-lr": { hyperparams: { lambdaFsd: 3, metaLearningRate: 0.2 }, steps: 150 },
    sgd: { hyperparams: { learningRate: 0.055 }, steps: 150 },
    sgdm: { hyperparams: { learningRate: 0.029 }, steps: 150 },
    rmsprop: { hyperparams: { learningRate: 0.001 }, steps: 150 },
    adam: { hyperparams: {}, steps: 150 },
    kfac: { hyperparams: { learningRate: 0.004, damping: 0.01 }, steps: 150 },
    ekfac: { hyperparams: { learningRate: 0.004, damping: 0.01 }, steps: 150 },
    shampoo: { hyperparams: { learningRate: 0.0055 }, steps: 150 },
    "gradient-descent": { hyperparams: { lambdaWsd: 18.181818181818183 }, steps: 150 },
  },
  "mnist-autoencoder": {
    "apo-p": { hyperparams: { lambdaFsd: 1, metaLearningRate: 0.003 }, steps: 150 },
    "apo-lr": { hyperparams: { lambdaFsd: 1, metaLearningRate: 0.2 }, steps: 150 },
    sgd: { hyperparams: { learningRate: 0.055 }, steps: 150 },
    sgdm: { hyperparams: {}, steps: 150 },
    rmsprop: { hyperparams: {}, steps: 150 },
    adam: { hyperparams: { learningRate: 0.01 }, steps: 150 },
    kfac: { hyperparams: { learningRate: 0.02, damping: 0.0001 }, steps: 150 },
    ekfac: { hyperparams: { learningRate: 0.004, damping: 0.0001 }, steps: 150 },
    shampoo: { hyperparams: { learningRate: 0.00038 }, steps: 150 },
    "gradient-descent": { hyperparams: {}, steps: 150 },
  },
  mnist: {
    "apo-p": { hyperparams: {}, steps: 150 },
    "apo-lr": { hyperparams: { lambdaFsd: 0.1, metaLearningRate: 0.2 }, steps: 150 },
    sgd: { hyperparams: { learningRate: 0.79 }, steps: 150 },
    sgdm: { hyperparams: { learningRate: 0.12 }, steps: 150 },
    rmsprop: { hyperparams: { learningRate: 0.0032 }, steps: 150 },
    adam: { hyperparams: { learningRate: 0.0032 }, steps: 150 },
    kfac: { hyperparams: { learningRate: 0.1, damping: 0.01 }, steps: 150 },
    ekfac: { hyperparams: { learningRate: 0.004, damping: 0.01 }, steps: 150 },
    shampoo: { hyperparams: {}, steps: 150 },
    "gradient-descent": { hyperparams: { lambdaWsd: 1.2658227848101264 }, steps: 150 },
  },
  "fashion-mnist": {
    "apo-p": { hyperparams: {}, steps: 150 },
    "apo-lr": { hyperparams: { lambdaFsd: 0.1, metaLearningRate: 0.2 }, steps: 150 },
    sgd: { hyperparams: { learningRate: 0.21 }, steps: 150 },
    sgdm: { hyperparams: { learningRate: 0.029 }, steps: 150 },
    rmsprop: { hyperparams: { learningRate: 0.0032 }, steps: 150 },
    adam: { hyperparams: { learningRate: 0.0032 }, steps: 150 },
    kfac: { hyperparams: { learningRate: 0.02, damping: 0.01 }, steps: 150 },
    ekfac: { hyperparams: { learningRate: 0.004, damping: 0.01 }, steps: 150 },
    shampoo: { hyperparams: {}, steps: 150 },
    "gradient-descent": { hyperparams: { lambdaWsd: 4.761904761904762 }, steps: 150 },
  },
  alexnet: {
    "apo-p": { hyperparams: {}, steps: 100, candidates: 5 },
    "apo-lr": {
      hyperparams: { learningRate: 0.001, lambdaFsd: 10, metaLearningRate: 0.1, baseOptimizer: "adam" },
      steps: 100,
      candidates: 5,
    },
    sgdm: { hyperparams: { learningRate: 0.01 }, steps: 100, candidates: 5 },
    adam: { hyperparams: { learningRate: 0.001 }, steps: 100, candidates: 5 },
    kfac: { hyperparams: {}, steps: 100, candidates: 5 },
  },
  vgg16: {
    "apo-p": { hyperparams: {}, steps: 60, candidates: 5 },
    "apo-lr": {
      hyperparams: { learningRate: 0.001, lambdaFsd: 10, metaLearningRate: 0.1, baseOptimizer: "adam" },
      steps: 60,
      candidates: 5,
    },
    sgdm: { hyperparams: {}, steps: 60, candidates: 5 },
    adam: { hyperparams: {}, steps: 60, candidates: 5 },
    kfac: { hyperparams: {}, steps: 60, candidates: 5 },
  },
  resnet18: {
    "apo-p": { hyperparams: { learningRate: 0.05, lambdaFsd: 30, metaLearningRate: 0.003 }, steps: 60, candidates: 5 },
    "apo-lr": {
      hyperparams: { learningRate: 0.001, lambdaFsd: 10, metaLearningRate: 0.1, baseOptimizer: "adam" },
      steps: 60,
      candidates: 5,
    },
    sgdm: { hyperparams: { learningRate: 0.05 }, steps: 60, candidates: 5 },
    adam: { hyperparams: { learningRate: 0.01 }, steps: 60, candidates: 5 },
    kfac: { hyperparams: { learningRate: 0.05, damping: 0.1 }, steps: 60, candidates: 5 },
  },
  translation: {
    "apo-p": { hyperparams: { learningRate: 0.3, lambdaFsd: 10, metaLearningRate: 0.01 }, steps: 40, candidates: 5 },
    "apo-lr": {
      hyperparams: { learningRate: 0.003, lambdaFsd: 0.3, metaLearningRate: 0.1, baseOptimizer: "adam" },
      steps: 40,
      candidates: 5,
    },
    sgdm: { hyperparams: {}, steps: 40, candidates: 5 },
    adam: { hyperparams: { learningRate: 0.008 }, steps: 40, candidates: 5 },
  },
};

export const SWEEP_BUDGET = 8;
export const SWEEP_SEED = 0;
