import type { Hyperparams } from "../../../config/tables/hyperparams";
import { combinedAll, mapped, type Rows } from "./rows";
import type { Rule } from "./rule";

/** d from g, advanced once a step. */
export type Direction = (grads: Rows[]) => Rows[];

/** m ← μm + g; d = m. */
const heavyBall = ({ momentum }: Hyperparams): Direction => {
  let m: Rows[] | null = null;
  return (grads) => {
    m = m ? combinedAll(m, grads, (a, g) => momentum * a + g) : grads;
    return m;
  };
};

/** d = m̂/(√v̂ + ε). */
export const adamDirection = ({
  beta1,
  beta2,
  epsilon,
}: Pick<Hyperparams, "beta1" | "beta2" | "epsilon">): Direction => {
  let m: Rows[] | null = null;
  let v: Rows[] | null = null;
  let count = 0;
  return (grads) => {
    count++;
    const zero = grads.map((layer) => mapped(layer, () => 0));
    m = combinedAll(m ?? zero, grads, (a, g) => beta1 * a + (1 - beta1) * g);
    v = combinedAll(v ?? zero, grads, (a, g) => beta2 * a + (1 - beta2) * g * g);
    const [c1, c2] = [1 - beta1 ** count, 1 - beta2 ** count];
    return combinedAll(m, v, (mean, square) => mean / c1 / (Math.sqrt(square / c2) + epsilon));
  };
};

export const DIRECTION: { [name in "sgd" | "sgdm" | "adam"]: (h: Hyperparams) => Direction } = {
  sgd: () => (grads) => grads,
  sgdm: heavyBall,
  adam: adamDirection,
};

/** θ ← θ − η·(d + λ·θ), biases without λ. */
export const firstOrder =
  (base: keyof typeof DIRECTION): Rule =>
  (_problem, { layers }, h) => {
    const direction = DIRECTION[base](h);
    const decays = layers.map((layer) => (row: Rows[number]) => {
      const hasBias = !("bias" in layer && layer.bias === false);
      return row.map((w, j) => (hasBias && j === row.length - 1 ? 0 : h.weightDecay * w));
    });
    return (_step, params, { grads }) => {
      const decay = params.map((matrix, l) => matrix.map((row) => decays[l]?.(row) ?? []));
      const move = combinedAll(direction(grads), decay, (d, of) => d + of);
      return {
        params: combinedAll(params, move, (w, d) => w - h.learningRate * d),
        learningRate: h.learningRate,
      };
    };
  };
