import { type Tensor2D, zerosLike } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { adamMove, adamUpdate, rmsUpdate } from "../kernels/adam";
import { joined } from "../kernels/joined";
import { addScaled } from "../kernels/linearCombination";
import { type Vector, zerosFor } from "./vectors";

/** From gradients to a direction d, with memory. */
export interface Transform<State> {
  init(params: Vector): State;
  update(grads: Vector, state: State, hyperparams: Hyperparams): { direction: Tensor2D[]; state: State };
  /** `update` and θ − rate·d in one where that is cheaper; uses the gradients up. */
  move?(
    grads: Vector,
    state: State,
    hyperparams: Hyperparams,
    rate: number,
    params: Vector,
  ): { params: Tensor2D[]; state: State };
}

/** The params θ − rate·d along a transform's direction, and its memory; uses the gradients up. */
export function moveBy<State>(
  transform: Transform<State>,
  grads: Vector,
  state: State,
  hyperparams: Hyperparams,
  rate: number,
  params: Vector,
): { params: Tensor2D[]; state: State } {
  if (transform.move) return transform.move(grads, state, hyperparams, rate, params);
  const { direction, state: next } = transform.update(grads, state, hyperparams);
  return { params: addScaled(-rate, direction, params), state: next };
}

/** d = g. */
export const identity: Transform<null> = {
  init: () => null,
  update: (grads) => ({ direction: [...grads], state: null }),
};

/** m ← μ·m + g; d = m. */
export const momentum: Transform<{ trace: Tensor2D[] }> = {
  init: (params) => ({ trace: zerosFor(params) }),
  update(grads, state, { momentum: mu }) {
    const trace = addScaled(mu, state.trace, grads);
    return { direction: trace, state: { trace } };
  },
};

/** Moments of all layers in one row [1, n]. */
export interface AdamState {
  mu: Tensor2D; // first moment
  nu: Tensor2D; // second moment
  count: number;
}

/** d = m̂ / (√v̂ + ε) with bias-corrected moments (Kingma and Ba 2015, Algorithm 1). */
export const scaleByAdam: Transform<AdamState> = {
  init(params) {
    const row = joined(params);
    return { mu: zerosLike(row), nu: zerosLike(row), count: 0 };
  },
  update(grads, state, { beta1, beta2, epsilon }) {
    const count = state.count + 1;
    const { direction, mu, nu } = adamUpdate(grads, state, { beta1, beta2, epsilon, count });
    return { direction, state: { mu, nu, count } };
  },
  move(grads, state, { beta1, beta2, epsilon }, rate, params) {
    const count = state.count + 1;
    const { params: moved, mu, nu } = adamMove(grads, state, { beta1, beta2, epsilon, count }, rate, params);
    return { params: moved, state: { mu, nu, count } };
  },
};

/** Mean square of all layers in one row [1, n]. */
export interface RmsState {
  nu: Tensor2D;
  count: number;
}

/** d = g / (√v̂ + ε) (Tieleman and Hinton 2012); the bias correction, without which the first steps are too long, is ours. */
export const scaleByRms: Transform<RmsState> = {
  init: (params) => ({ nu: zerosLike(joined(params)), count: 0 }),
  update(grads, state, { beta2, epsilon }) {
    const count = state.count + 1;
    const { direction, nu } = rmsUpdate(grads, state.nu, { beta2, epsilon, count });
    return { direction, state: { nu, count } };
  },
};
