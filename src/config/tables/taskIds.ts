export const TASK_IDS = [
  "sine",
  "linear",
  "deep-linear",
  "spirals",
  "cars",
  "cifar10",
  "cifar100",
  "mnist-autoencoder",
  "mnist",
  "fashion-mnist",
  "translation",
  "csv",
] as const;

export type TaskId = (typeof TASK_IDS)[number];
