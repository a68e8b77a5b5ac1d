import type { Hyperparams } from "./hyperparams";
import type { OptimizerId } from "./optimizers";

export const TASK_IDS = ["sine", "linear", "deep-linear", "spirals", "cars", "cifar10"] as const;
export type TaskId = (typeof TASK_IDS)[number];

/** Choices that belong to the task itself; each task reads its own. */
export interface TaskOptions {
  /** `linear`: condition number of E[xxᵀ], 10 … 1e6. */
  conditionNumber: number;
  /** `cifar10`: training images, 500 … 5,000. */
  trainImages: number;
}

/** How a default was chosen; shown beside the number. */
export interface TunedHyperparams {
  hyperparams: Partial<Hyperparams>;
  /** "grid of 16, seed 0" */
  tuned: string;
}

/** What the page, the link and the command line know of a task. */
export interface TaskInfo {
  id: TaskId;
  /** "CIFAR-10, LeNet-5" */
  name: string;
  /** One sentence: data, size, noise. */
  summary: string;
  /** "MLP 1-64-64-1 tanh" */
  model: string;
  metric: "rmse" | "accuracy";
  picture: "function" | "surface" | "images" | "none";
  steps: number;
  batchSize: number;
  /** Steps between evaluations on both splits. */
  evaluationInterval: number;
  options: readonly (keyof TaskOptions)[];
  defaultOptions: TaskOptions;
  /** Race on first view, in drawing order. */
  race: readonly OptimizerId[];
  settings: Record<OptimizerId, TunedHyperparams>;
}
