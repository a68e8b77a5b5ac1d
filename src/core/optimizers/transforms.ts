import { add, div, mul, scalar, sqrt, square, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { plus, scaled, type Vector, zerosFor, zipWith } from "./vectors";

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
    const trace = plus(scaled(mu, state.trace), grads);
    return { direction: trace, state: { trace } };
  },
};

export interface AdamState {
  mu: Tensor2D[]; // first moment
  nu: Tensor2D[]; // second moment
  count: number;
}

/** d = m̂ / (√v̂ + ε) with bias-corrected moments (Kingma and Ba 2015, Algorithm 1). */
export const scaleByAdam: Transform<AdamState> = {
  init: (params) => ({ mu: zerosFor(params), nu: zerosFor(params), count: 0 }),
  update(grads, state, { beta1, beta2, epsilon }) {
    const count = state.count + 1;
    const mu = plus(scaled(beta1, state.mu), scaled(1 - beta1, grads));
    const nu = plus(
      scaled(beta2, state.nu),
      scaled(
        1 - beta2,
        grads.map((g) => square(g) as Tensor2D),
      ),
    );
    const direction = zipWith(mu, nu, (m, v) => adamRatio(m, v, { beta1, beta2, epsilon, count }));
    return { direction, state: { mu, nu, count } };
  },
};

/** m̂ / (√v̂ + ε) for moments after `count` updates, of any shape. */
export function adamRatio(
  mean: Tensor2D,
  meanSquare: Tensor2D,
  { beta1, beta2, epsilon, count }: { beta1: number; beta2: number; epsilon: number; count: number },
): Tensor2D {
  const corrected = mul(mean, scalar(1 / (1 - beta1 ** count)));
  const root = sqrt(mul(meanSquare, scalar(1 / (1 - beta2 ** count))));
  return div(corrected, add(root, scalar(epsilon)));
}
