import { add, maximum, minimum, scalar, sub, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { adamMove } from "../kernels/adam";
import { listFromHost } from "../kernels/joined";
import { addScaled } from "../kernels/linearCombination";
import type { AdamSettings } from "../kernels/operands/moments";
import { inPrecision } from "../optimizers/precision";
import type { Vector } from "../optimizers/vectors";

/** Moments of the meta-gradient, all metaparameters in one row [1, n], counted per meta-update. */
export interface MetaState {
  mu: Tensor2D; // first moment
  nu: Tensor2D; // second moment
  count: number;
}

export function initMeta(metaParams: Vector): MetaState {
  const numbers = metaParams.reduce((sum, { size }) => sum + size, 0);
  const shape = [1, numbers] as const;
  const zeros = () => new Float32Array(numbers);
  const [mu, nu] = listFromHost([zeros(), zeros()], [shape, shape]) as [Tensor2D, Tensor2D];
  return { mu, nu, count: 0 };
}

/** α at a step: constant, or falling linearly to 0 at the end of the run. */
export function metaLearningRateAt(
  step: number,
  { metaLearningRate, metaSchedule, steps }: Pick<Hyperparams, "metaLearningRate" | "metaSchedule"> & { steps: number },
): number {
  return metaSchedule === "linear" ? metaLearningRate * Math.max(0, 1 - step / steps) : metaLearningRate;
}

/** Adam with the settings of a meta-optimizer that is Adam or RMSprop, which is Adam without a first moment, at its update `count`. */
export const adamSettings = (
  { metaOptimizer, metaBeta1, metaBeta2, metaEpsilon }: Hyperparams,
  count: number,
): AdamSettings => ({
  beta1: metaOptimizer === "adam" ? metaBeta1 : 0,
  beta2: metaBeta2,
  epsilon: metaEpsilon,
  count,
});

/**
 * φ ← φ − α·d, element by element: d is the meta-gradient (sgd), over √v̂ + ε (rmsprop), or m̂ over that (adam), both
 * bias-corrected: RMSprop without the correction would take a first step of ten times α (APO.md). The gradients are used up.
 */
export function metaUpdate(
  metaParams: Vector,
  grads: Vector,
  state: MetaState,
  hyperparams: Hyperparams,
  alpha: number,
): { metaParams: Tensor2D[]; state: MetaState } {
  const { metaOptimizer, precision } = hyperparams;
  const count = state.count + 1;
  if (metaOptimizer === "sgd") {
    const moved = addScaled(-alpha, grads, metaParams);
    return { metaParams: inPrecision(moved, precision), state: { ...state, count } };
  }
  const settings = adamSettings(hyperparams, count);
  const { params, mu, nu } = adamMove(grads, state, settings, alpha, metaParams);
  const moved = precision === "fp32" ? params : within(alpha * adamBound(settings), metaParams, params);
  return { metaParams: inPrecision(moved, precision), state: { mu, nu, count } };
}

/**
 * The largest |m̂|/√v̂ of any gradients (Cauchy-Schwarz on the two sums). In 16 bits moments exceed it, as ν is 0 in fp16 where
 * gradients are below 2.4e-4 while μ is not: the steps would be as large as 1/ε.
 */
export function adamBound({ beta1, beta2, count }: Pick<AdamSettings, "beta1" | "beta2" | "count">): number {
  const ratio = beta1 ** 2 / beta2;
  const terms = ratio === 1 ? count : (1 - ratio ** count) / (1 - ratio);
  const raw = ((1 - beta1) / Math.sqrt(1 - beta2)) * Math.sqrt(terms);
  return (raw * Math.sqrt(1 - beta2 ** count)) / (1 - beta1 ** count);
}

/** The move cut to at most `most` in each element. */
const within = (most: number, from: Vector, to: readonly Tensor2D[]): Tensor2D[] =>
  to.map((moved, i) => {
    const start = from[i] as Tensor2D;
    return maximum(sub(start, scalar(most)), minimum(add(start, scalar(most)), moved)) as Tensor2D;
  });
