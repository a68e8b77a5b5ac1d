import { type Tensor2D, zerosLike } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { adamUpdate, rmsUpdate } from "../kernels/adam";
import { joined } from "../kernels/joined";
import { addScaled } from "../kernels/linearCombination";
import { type Vector, zerosFor } from "./vectors";

/** From gradients to a direction d, with memory; θ ← θ − η·d is somebody else's. */
export interface Transform<State> {
  init(params: Vector): State;
  update(grads: Vector, state: State, hyperparams: Hyperparams): { direction: Tensor2D[]; state: State };
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
