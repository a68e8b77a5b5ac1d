import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { initialParams } from "../tasks/init";
import type { Split, TaskData } from "../tasks/task";

/** Problems small enough for every optimizer to be tried on each. */
export type TinyTaskId = "parabola" | "valley" | "regression" | "classification";
export const TINY_TASKS: readonly TinyTaskId[] = ["parabola", "valley", "regression", "classification"];

/** Builds one of them; the same data and start at every call. */
export function tinyTask(id: TinyTaskId): TaskData {
  return TASKS[id]();
}

const dense = (inputs: number, outputs: number, activation: "tanh" | "linear", bias = true): LayerSpec => ({
  kind: "dense",
  inputs,
  outputs,
  activation,
  bias,
});

function taskOf(layers: LayerSpec[], inputShape: number[], split: Split, start = initialParams(1, layers)): TaskData {
  return {
    inputShape,
    train: split,
    test: split,
    layers,
    loss: split.y instanceof Float32Array ? "squaredError" : "softmaxCrossEntropy",
    initialParams: start,
    picture: { kind: "none" },
  };
}

const TASKS: Record<TinyTaskId, () => TaskData> = {
  /** ½ E(w·x − y)², its curvatures 1 and 1/9 apart. */
  parabola() {
    const { normal } = stream(2, "parabola");
    const x = Float32Array.from({ length: 64 }, (_, k) => normal() * (k % 2 ? 1 : 1 / 3));
    const y = Float32Array.from({ length: 32 }, (_, n) => 2 * (x[2 * n] as number) - (x[2 * n + 1] as number));
    return taskOf([dense(2, 1, "linear", false)], [2], { x, y, count: 32 }, [Float32Array.of(-1, 1)]);
  },
  /** ½(w₂w₁ − 1)² from w = (0.2, 2): the curved valley of Rosenbrock's function, here w₂ = 1/w₁. */
  valley() {
    const split = { x: new Float32Array(32).fill(1), y: new Float32Array(32).fill(1), count: 32 };
    const start = [Float32Array.of(0.2), Float32Array.of(2)];
    return taskOf([dense(1, 1, "linear", false), dense(1, 1, "linear", false)], [1], split, start);
  },
  regression() {
    const x = Float32Array.from({ length: 32 }, (_, n) => -1.5 + (3 * n) / 31);
    return taskOf([dense(1, 8, "tanh"), dense(8, 1, "linear")], [1], {
      x,
      y: x.map((value) => 0.5 + Math.sin(1.5 * value)),
      count: 32,
    });
  },
  /** A bright row or column in a noisy 6×6 image: two classes. */
  classification() {
    const { normal, integer } = stream(2, "bars");
    const y = Int32Array.from({ length: 32 }, (_, n) => n % 2);
    const x = Float32Array.from({ length: 32 * 36 }, () => 0.2 * normal());
    for (let n = 0; n < 32; n++) {
      const line = integer(6);
      for (let k = 0; k < 6; k++) {
        const place = n * 36 + (y[n] ? 6 * line + k : 6 * k + line);
        x[place] = (x[place] as number) + 1;
      }
    }
    const layers: LayerSpec[] = [
      { kind: "conv", channels: 1, outputs: 3, kernel: 3, activation: "relu", pool: 2 },
      dense(12, 2, "linear"),
    ];
    return taskOf(layers, [6, 6, 1], { x, y, count: 32 });
  },
};
