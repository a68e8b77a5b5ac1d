import { TASKS } from "../../config/tables/tasks";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { initialParams } from "./init";
import type { CreateTask, Split } from "./task";

const COUNT = 512;
const TURNS = 1.75;
/** Standard deviation of each coordinate, where the spiral's outer end is at radius 1. */
const NOISE = 0.02;
/** Each coordinate of the unit spiral has variance 1/4. */
const SCALE = 2;
const GRID = 48;

const LAYERS: LayerSpec[] = [
  { kind: "dense", inputs: 2, outputs: 32, activation: "tanh", bias: true },
  { kind: "dense", inputs: 32, outputs: 32, activation: "tanh", bias: true },
  { kind: "dense", inputs: 32, outputs: 2, activation: "linear", bias: true },
];

function draw(seed: number, split: "train" | "test"): Split<Float32Array> {
  const { uniform, normal } = stream(seed, `spirals.${split}`);
  const x = new Float32Array(2 * COUNT);
  const y = new Int32Array(COUNT);
  for (let i = 0; i < COUNT; i++) {
    const label = i % 2;
    const radius = Math.sqrt(uniform());
    const angle = radius * TURNS * 2 * Math.PI + label * Math.PI;
    x[2 * i] = SCALE * (radius * Math.cos(angle) + NOISE * normal());
    x[2 * i + 1] = SCALE * (radius * Math.sin(angle) + NOISE * normal());
    y[i] = label;
  }
  return { x, y, count: COUNT };
}

/** Two Archimedean spirals of 1.75 turns, half a turn apart, uniform over the disc, alternating classes, unit variance. */
export const createSpirals: CreateTask = async (seed) => {
  const train = draw(seed, "train");
  const edge = SCALE * 1.15;
  return {
    inputShape: [2],
    train,
    test: draw(seed, "test"),
    layers: LAYERS,
    loss: TASKS.spirals.loss,
    initialParams: initialParams(seed, LAYERS),
    picture: {
      kind: "surface",
      trainX: train.x,
      trainLabels: Uint8Array.from(train.y),
      bounds: [-edge, edge, -edge, edge],
      columns: GRID,
      rows: GRID,
    },
  };
};
