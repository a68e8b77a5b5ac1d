import type { Hyperparams } from "../hyperparams";
import type { OptimizerId } from "../optimizers";

/** Where APO-η starts on every task; sweeps change λ_FSD and α. */
export const apoLr = {
  learningRate: 1e-3,
  metaUpdateInterval: 10,
  metaLearningRate: 0.1,
  lambdaFsd: 0.3,
  lambdaWsd: 0,
};

/** Where the sweep of each method starts, over the method's defaults. */
export type Starts = Partial<Record<OptimizerId, Partial<Hyperparams>>>;
