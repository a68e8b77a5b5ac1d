import type { TaskPicture } from "../../config/tables/taskPicture";
import type { Problem } from "../optimizers/optimizer";
import type { Split, TaskData } from "../tasks/task";
import { outputsFor } from "./outputs";
import type { Trained } from "./runningAverages";
import { argMax, sigmoid } from "./score";

/**
 * What the network predicts for the task's picture: f on gridX, P(class 1) over the grid, a class per image, the pixels of the
 * reconstructed images, in [0, 1] and row-major, the tokens of translations, filled up, or its outputs at what a parity picture asks,
 * row-major.
 */
export async function predict(problem: Problem, trained: Trained, task: TaskData): Promise<Float32Array> {
  const { picture } = task;
  if (picture.kind === "none") return new Float32Array(0);
  if (picture.kind === "images") {
    const outputs = await outputsFor(problem, trained, task.test, task.inputShape, picture.indices);
    return perRow(outputs, picture.indices.length, argMax);
  }
  if (picture.kind === "reconstruction") {
    return (await outputsFor(problem, trained, task.test, task.inputShape, picture.indices)).map(sigmoid);
  }
  if (picture.kind === "translations") {
    return Float32Array.from((await task.translator?.translate(trained.params, picture.indices)) ?? []);
  }
  const points = askedBy(picture, task.inputShape);
  const rows = Array.from({ length: points.count }, (_, i) => i);
  return shownIn(picture, await outputsFor(problem, trained, points, task.inputShape, rows), points.count);
}

/** What the network predicts for some training examples, as on the grid of a function or a surface. */
export async function predictRows(
  problem: Problem,
  trained: Trained,
  task: TaskData,
  rows: Int32Array,
): Promise<Float32Array> {
  return shownIn(task.picture, await outputsFor(problem, trained, task.train, task.inputShape, rows), rows.length);
}

/** A surface is drawn by the probability of class 1, all else by the outputs. */
const shownIn = ({ kind }: TaskPicture, outputs: Float32Array, count: number): Float32Array =>
  kind === "surface" ? perRow(outputs, count, probabilityOfSecond) : outputs;

type AskingPicture = Extract<TaskPicture, { kind: "function" | "surface" | "parity" }>;

/** Inputs of a picture that are no examples of the task; its targets are not read. */
function askedBy(picture: AskingPicture, inputShape: readonly number[]): Split {
  if (picture.kind === "surface") return surfacePoints(picture);
  const x = picture.kind === "function" ? picture.gridX : picture.inputs;
  return { x, y: x, count: x.length / inputShape.reduce((product, length) => product * length, 1) };
}

/** The grid's points row by row, both ends of the bounds included. */
function surfacePoints({ bounds, columns, rows }: Extract<TaskPicture, { kind: "surface" }>): Split {
  const [xMin, xMax, yMin, yMax] = bounds;
  const x = new Float32Array(2 * columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = 2 * (row * columns + column);
      x[at] = xMin + ((xMax - xMin) * column) / (columns - 1);
      x[at + 1] = yMin + ((yMax - yMin) * row) / (rows - 1);
    }
  return { x, y: x, count: columns * rows };
}

function perRow(outputs: Float32Array, count: number, f: (row: Float32Array) => number): Float32Array {
  const width = outputs.length / count;
  return Float32Array.from({ length: count }, (_, i) => f(outputs.subarray(i * width, (i + 1) * width)));
}

/** Softmax of two outputs, second class. */
const probabilityOfSecond = (row: Float32Array) => 1 / (1 + Math.exp((row[0] as number) - (row[1] as number)));
