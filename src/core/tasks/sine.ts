import { TASKS } from "../../config/tables/tasks";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { initialParams } from "./init";
import type { CreateTask, Split } from "./task";

const COUNT = 256;
const NOISE = 0.1;
/** Standard deviation of x before scaling: U(−1, 1) has variance 1/3. */
const SPREAD = Math.sqrt(1 / 3);
const GRID_POINTS = 200;

const LAYERS: LayerSpec[] = [
  { kind: "dense", inputs: 1, outputs: 64, activation: "tanh", bias: true },
  { kind: "dense", inputs: 64, outputs: 64, activation: "tanh", bias: true },
  { kind: "dense", inputs: 64, outputs: 1, activation: "linear", bias: true },
];

function target(u: number): number {
  return Math.sin(6 * u) + 0.4 * Math.sin(15 * u);
}

function draw(seed: number, split: "train" | "test"): Split<Float32Array> {
  const { uniform, normal } = stream(seed, `sine.${split}`);
  const u = Array.from({ length: COUNT }, () => 2 * uniform() - 1);
  return {
    x: Float32Array.from(u, (value) => value / SPREAD),
    y: Float32Array.from(u, (value) => target(value) + NOISE * normal()),
    count: COUNT,
  };
}

/** y = sin 6u + 0.4 sin 15u + N(0, 0.1²), u uniform in [−1, 1]; the input is u over its standard deviation. */
export const createSine: CreateTask = async (seed) => {
  const train = draw(seed, "train");
  const test = draw(seed, "test");
  const gridX = Float32Array.from({ length: GRID_POINTS }, (_, i) => (-1 + (2 * i) / (GRID_POINTS - 1)) / SPREAD);
  return {
    inputShape: [1],
    train,
    test,
    layers: LAYERS,
    loss: TASKS.sine.loss,
    initialParams: initialParams(seed, LAYERS),
    picture: {
      kind: "function",
      trainX: train.x,
      trainY: Float32Array.from(train.y),
      testX: test.x,
      testY: Float32Array.from(test.y),
      gridX,
    },
  };
};
