import { TASKS } from "../../config/tables/tasks";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { standardNormalParams } from "./init";
import { weightsPicture } from "./parityPicture";
import type { CreateTask, Split } from "./task";

const INPUTS = 6;
const OUTPUTS = 10;
const TRAIN = 1000;
const TEST = 250;
const SMALLEST_SCALE = 1e-5;

const LAYERS: LayerSpec[] = [
  { kind: "dense", inputs: INPUTS, outputs: INPUTS, activation: "linear", bias: false },
  { kind: "dense", inputs: INPUTS, outputs: OUTPUTS, activation: "linear", bias: false },
];

/** M [10, 6]: entries uniform in [0, 1), row i scaled by linspace(1, 1e-5). */
function targetMatrix(seed: number): number[][] {
  const { uniform } = stream(seed, "deep-linear.target");
  return Array.from({ length: OUTPUTS }, (_, row) => {
    const scale = 1 + (row / (OUTPUTS - 1)) * (SMALLEST_SCALE - 1);
    return Array.from({ length: INPUTS }, () => scale * uniform());
  });
}

function draw(seed: number, split: "train" | "test", matrix: number[][], count: number): Split {
  const x = stream(seed, `deep-linear.${split}`).normals(count * INPUTS);
  const y = new Float32Array(count * OUTPUTS);
  for (let n = 0; n < count; n++) {
    matrix.forEach((row, out) => {
      y[n * OUTPUTS + out] = row.reduce((sum, entry, i) => sum + entry * (x[n * INPUTS + i] as number), 0);
    });
  }
  return { x, y, count };
}

/** W₂W₁ against M: what the network answers to each unit vector is a column of its product. */
function entriesPicture(matrix: number[][]) {
  const unit = Array.from({ length: INPUTS }, (_, i) => i);
  return weightsPicture({
    points: "entries",
    inputs: Float32Array.from(unit.flatMap((i) => unit.map((j) => Number(i === j)))),
    targets: Float32Array.from(unit.flatMap((i) => matrix.map((row) => row[i] as number))),
  });
}

/**
 * y = M x without noise, x ~ N(0, I), M's rows scaled from 1 down to 1e-5; the network is W₂W₁, W ~ N(0, 1), no bias. After
 * Rahimi and Recht, "Back when we were kids" (2017), argmin.net/2017/12/05/kitchen-sinks.
 */
export const createDeepLinear: CreateTask = async (seed) => {
  const matrix = targetMatrix(seed);
  return {
    inputShape: [INPUTS],
    train: draw(seed, "train", matrix, TRAIN),
    test: draw(seed, "test", matrix, TEST),
    layers: LAYERS,
    loss: TASKS["deep-linear"].loss,
    initialParams: standardNormalParams(seed, LAYERS),
    picture: entriesPicture(matrix),
  };
};
