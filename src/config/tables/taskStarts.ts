import { IMAGE_TASK_STARTS } from "./imageTaskStarts";
import { apoLr, type Starts } from "./sharedStarts";
import type { TaskId } from "./taskIds";

/**
 * What a task's settings were before the sweep chose, most of them from an independent program's study (a grid of 16 on one
 * seed, 8 on CIFAR-10), and what it leaves alone: K, momentum, periods. KFAC's factors and inverses are renewed at every
 * step unless said otherwise: that is what reproduces the study's losses here.
 */
export const TASK_STARTS: Record<Exclude<TaskId, "csv" | "cifar100">, Starts> = {
  sine: {
    "apo-p": {
      metaUpdateInterval: 1,
      momentum: 0.9,
      lambdaFsd: 3,
      lambdaWsd: 0,
      learningRate: 0.01,
      metaLearningRate: 0.01,
    },
    "apo-lr": apoLr,
    sgd: { learningRate: 0.045 },
    sgdm: { learningRate: 0.05, momentum: 0.9 },
    adam: { learningRate: 0.03, beta2: 0.99 },
    kfac: { learningRate: 0.0035, damping: 1e-4 },
    "gradient-descent": { lambdaWsd: 1 / 0.045 },
    rmsprop: { learningRate: 0.014 },
    ekfac: { learningRate: 0.0067, damping: 1e-4 },
    shampoo: { learningRate: 0.03 },
  },
  linear: {
    "apo-p": {
      metaUpdateInterval: 1,
      momentum: 0,
      lambdaFsd: 1,
      lambdaWsd: 0.1,
      learningRate: 0.1,
      metaLearningRate: 0.01,
      metaSchedule: "linear",
    },
    "apo-lr": { ...apoLr, lambdaFsd: 1, metaLearningRate: 0.2 },
    sgd: { learningRate: 0.3 },
    sgdm: { learningRate: 0.0038, momentum: 0.9 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.001, damping: 0.01 },
    "gradient-descent": { lambdaWsd: 1 / 0.3 },
    rmsprop: { learningRate: 0.014 },
    ekfac: { learningRate: 0.001, damping: 0.01 },
    shampoo: { learningRate: 0.0097 },
  },
  "deep-linear": {
    "apo-p": {
      metaUpdateInterval: 1,
      momentum: 0.9,
      lambdaFsd: 0.6,
      lambdaWsd: 0,
      learningRate: 0.01,
      metaLearningRate: 0.007,
      metaBeta2: 0.9,
    },
    "apo-lr": { ...apoLr, lambdaFsd: 3, metaLearningRate: 0.2 },
    sgd: { learningRate: 0.097 },
    sgdm: { learningRate: 0.03, momentum: 0.9 },
    adam: { learningRate: 0.05 },
    kfac: { learningRate: 0.1, damping: 1e-7, klClip: 1e-2 },
    "gradient-descent": { lambdaWsd: 1 / 0.097 },
    rmsprop: { learningRate: 0.0019 },
    ekfac: { learningRate: 0.3, damping: 0.01 },
    shampoo: { learningRate: 0.096 },
  },
  spirals: {
    "apo-p": {
      metaUpdateInterval: 1,
      momentum: 0,
      lambdaFsd: 1,
      lambdaWsd: 0,
      learningRate: 0.1,
      metaLearningRate: 0.007,
    },
    "apo-lr": apoLr,
    sgd: { learningRate: 1.7 },
    sgdm: { learningRate: 0.2, momentum: 0.9 },
    adam: { learningRate: 0.03 },
    kfac: { learningRate: 0.07, damping: 4e-3 },
    "gradient-descent": { lambdaWsd: 1 / 1.7 },
    rmsprop: { learningRate: 0.037 },
    ekfac: { learningRate: 0.3, damping: 0.01 },
    shampoo: { learningRate: 0.03 },
  },
  cars: {
    "apo-p": {
      metaUpdateInterval: 1,
      momentum: 0.9,
      lambdaFsd: 10,
      lambdaWsd: 0,
      learningRate: 0.01,
      metaLearningRate: 0.01,
    },
    "apo-lr": { ...apoLr, lambdaFsd: 0.1, metaLearningRate: 0.2 },
    sgd: { learningRate: 0.3 },
    sgdm: { learningRate: 0.15, momentum: 0.9 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.045, damping: 1e-4 },
    "gradient-descent": { lambdaWsd: 1 / 0.3 },
    rmsprop: { learningRate: 0.014 },
    ekfac: { learningRate: 0.045, damping: 1e-4 },
    shampoo: { learningRate: 0.096 },
  },
  ...IMAGE_TASK_STARTS,
};
