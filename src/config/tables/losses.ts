/**
 * Losses that a task may train with: per example the sum over its outputs, then the mean over examples; of tokens the mean over all
 * tokens of the batch that are no padding.
 */
export const LOSS_IDS = ["squaredError", "softmaxCrossEntropy", "sigmoidCrossEntropy", "tokenCrossEntropy"] as const;
export type LossId = (typeof LOSS_IDS)[number];
/** Losses of one example's outputs, which are no sequence. */
export type ExampleLossId = Exclude<LossId, "tokenCrossEntropy">;
