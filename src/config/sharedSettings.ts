/** How settings were chosen, as the page says it. */
export const SWEPT = "grid of 8 on one seed, seed 0, lowest train loss (npm run sweep)";
export const UNTUNED = "not tuned";

/** Where APO-η starts on every task; sweeps change λ_FSD and α. */
export const apoLr = {
  learningRate: 1e-3,
  metaUpdateInterval: 10,
  metaLearningRate: 0.1,
  lambdaFsd: 0.3,
  lambdaWsd: 0,
};
