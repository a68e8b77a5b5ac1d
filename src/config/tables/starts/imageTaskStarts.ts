import type { Starts } from "./sharedStarts";
import { apoLr } from "./sharedStarts";

/** The solvers of the idealised methods on images, where each iteration costs a step of SGD: cut to 10 for speed. */
const SHORT_SOLVERS: Starts = {
  "natural-gradient": { lambdaWsd: 1, solverIterations: 10 },
  "hessian-free": { solverIterations: 10 },
  "proximal-point": { solverIterations: 10 },
};

/** Networks that name a class: what was studied on CIFAR-10. */
export const CLASSIFIER: Starts = {
  ...SHORT_SOLVERS,
  "apo-p": {
    metaUpdateInterval: 10,
    momentum: 0.9,
    lambdaFsd: 10,
    lambdaWsd: 0,
    learningRate: 0.02,
    metaLearningRate: 3e-3,
  },
  "apo-lr": apoLr,
  sgd: { learningRate: 0.05 },
  sgdm: { learningRate: 0.02, momentum: 0.9 },
  adam: { learningRate: 3e-3 },
  kfac: { learningRate: 0.014, damping: 0.07, factorUpdatePeriod: 5, inverseUpdatePeriod: 20 },
  ekfac: { learningRate: 0.014, damping: 0.07, factorUpdatePeriod: 5, inverseUpdatePeriod: 50 },
  shampoo: { inverseUpdatePeriod: 50 },
};

/** As `TASK_STARTS`, for the tasks on images. */
export const IMAGE_TASK_STARTS = {
  cifar10: CLASSIFIER,
  mnist: CLASSIFIER,
  "fashion-mnist": CLASSIFIER,
  "mnist-autoencoder": {
    ...CLASSIFIER,
    "apo-p": { ...CLASSIFIER["apo-p"], learningRate: 0.003 },
    sgd: { learningRate: 0.01 },
    sgdm: { learningRate: 0.003, momentum: 0.9 },
    kfac: { ...CLASSIFIER.kfac, learningRate: 0.1, damping: 0.1 },
    ekfac: { ...CLASSIFIER.ekfac, learningRate: 0.1, damping: 0.1 },
  },
} satisfies Record<string, Starts>;
