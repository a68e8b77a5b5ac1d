import { square, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { adamRatio } from "../optimizers/transforms";
import { minus, plus, scaled, type Vector, zerosFor, zipWith } from "../optimizers/vectors";

/** Moments of the meta-gradient, counted per meta-update. */
export interface MetaState {
  mu: Tensor2D[]; // first moment
  nu: Tensor2D[]; // second moment
  count: number;
}

export const initMeta = (metaParams: Vector): MetaState => ({
  mu: zerosFor(metaParams),
  nu: zerosFor(metaParams),
  count: 0,
});

/** α at a step: constant, or falling linearly to 0 at the end of the run. */
export function metaLearningRateAt(
  step: number,
  { metaLearningRate, metaSchedule, steps }: Pick<Hyperparams, "metaLearningRate" | "metaSchedule"> & { steps: number },
): number {
  return metaSchedule === "linear" ? metaLearningRate * Math.max(0, 1 - step / steps) : metaLearningRate;
}

/**
 * φ ← φ − α·d, element by element: d is the meta-gradient (sgd), over √v̂ + ε (rmsprop), or m̂ over that (adam), both
 * bias-corrected: RMSprop without the correction would take a first step of ten times α (APO.md).
 */
export function metaUpdate(
  metaParams: Vector,
  grads: Vector,
  state: MetaState,
  { metaOptimizer, metaBeta1, metaBeta2, metaEpsilon }: Hyperparams,
  alpha: number,
): { metaParams: Tensor2D[]; state: MetaState } {
  if (metaOptimizer === "sgd") {
    return { metaParams: minus(metaParams, scaled(alpha, grads)), state: { ...state, count: state.count + 1 } };
  }
  const count = state.count + 1;
  const beta1 = metaOptimizer === "adam" ? metaBeta1 : 0;
  const mu = beta1 === 0 ? [...grads] : plus(scaled(beta1, state.mu), scaled(1 - beta1, grads));
  const nu = plus(
    scaled(metaBeta2, state.nu),
    scaled(
      1 - metaBeta2,
      grads.map((g) => square(g) as Tensor2D),
    ),
  );
  const direction = zipWith(mu, nu, (m, v) =>
    adamRatio(m, v, { beta1, beta2: metaBeta2, epsilon: metaEpsilon, count }),
  );
  return { metaParams: minus(metaParams, scaled(alpha, direction)), state: { mu, nu, count } };
}
