/** Losses that a task may train with: per example the sum over its outputs, then the mean over examples. */
export const LOSS_IDS = ["squaredError", "softmaxCrossEntropy", "sigmoidCrossEntropy"] as const;
export type LossId = (typeof LOSS_IDS)[number];
