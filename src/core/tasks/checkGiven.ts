import type { GivenProblem } from "../../config/experiment/experiment";
import { TaskError } from "../taskError";
import { weightShape } from "./init";
import { outputShape } from "./traceOrder";

type Complain = (problem: string) => void;

/** Throws `TaskError` listing every place where the parts of a given problem do not fit together. */
export function checkGiven(given: GivenProblem, needs: GivenNeeds): void {
  const problems: string[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  checkLayers(given, complain);
  checkExamples(given, complain);
  checkBatches("batches", given.batches, given.x.length, needs.steps, complain);
  if (given.fsdBatches) checkBatches("fsdBatches", given.fsdBatches, given.x.length, needs.steps, complain);
  else if (needs.fsdBatches) complain("fsdBatches is missing; every APO run needs it");
  if (given.targetNoise) checkNoise(given, needs.steps, complain);
  else if (needs.targetNoise) complain("targetNoise is missing; every KFAC run needs it");
  if (problems.length === 0) return;
  const shown = problems.slice(0, 10);
  const more = problems.length > shown.length ? ` And ${problems.length - shown.length} more.` : "";
  throw new TaskError(
    "The given problem does not fit together",
    `${shown.map((problem) => `${problem}.`).join(" ")}${more}`,
    "Correct these fields of given in the config file.",
  );
}

function outputsOf(given: GivenProblem): number {
  return given.layers.at(-1)?.outputs ?? 0;
}

function checkLayers({ layers, xShape, initialParams }: GivenProblem, complain: Complain): void {
  if (layers.length === 0) complain("layers is empty");
  if (xShape.length !== 1 && xShape.length !== 3) complain("xShape must be [inputs] or [channels, height, width]");
  const [channels = 1, height = 1, width = 1] = xShape;
  let shape = xShape.length === 3 ? [height, width, channels] : [...xShape];
  if (initialParams.length !== layers.length) {
    complain(`initialParams has ${initialParams.length} layers; layers has ${layers.length}`);
  }
  layers.forEach((layer, i) => {
    const inputs = shape.reduce((product, length) => product * length, 1);
    if (layer.kind === "conv" && (shape.length !== 3 || shape[2] !== layer.channels)) {
      complain(`layers[${i}] takes ${layer.channels} channels; it gets [${shape}] (height, width, channels)`);
    }
    if (layer.kind === "dense" && layer.inputs !== inputs) {
      complain(`layers[${i}] takes ${layer.inputs} inputs; it gets ${inputs}`);
    }
    const [outputs, columns] = weightShape(layer);
    const rows = initialParams[i] ?? [];
    if (rows.length !== outputs || rows.some((row) => row.length !== columns)) {
      complain(`initialParams[${i}] must have ${outputs} rows of ${columns} numbers`);
    }
    shape = outputShape(layer, shape);
    if (shape.some((length) => length < 1)) complain(`layers[${i}] leaves nothing: its output is [${shape}]`);
  });
}

function checkExamples(given: GivenProblem, complain: Complain): void {
  const { x, y, xShape, loss } = given;
  const size = xShape.reduce((product, length) => product * length, 1);
  const outputs = outputsOf(given);
  const wrong = x.findIndex((row) => row.length !== size);
  if (wrong >= 0) complain(`x[${wrong}] has ${x[wrong]?.length} numbers; xShape says ${size}`);
  if (y.length !== x.length) complain(`y has ${y.length} rows; x has ${x.length}`);
  const isRow = (target: number | number[]) => Array.isArray(target) && target.length === outputs;
  const [fits, wanted] = {
    squaredError: [isRow, `${outputs} numbers`],
    softmaxCrossEntropy: [
      (target: number | number[]) => typeof target === "number" && target < outputs,
      `a class from 0 to ${outputs - 1}`,
    ],
    sigmoidCrossEntropy: [
      (target: number | number[]) => isRow(target) && [target].flat().every((value) => value >= 0 && value <= 1),
      `${outputs} numbers from 0 to 1`,
    ],
  }[loss] as [(target: number | number[]) => boolean, string];
  const misfit = y.findIndex((target) => !fits(target));
  if (misfit >= 0) complain(`y[${misfit}] must be ${wanted} for ${loss}`);
}

function checkBatches(name: string, batches: number[][], rows: number, steps: number, complain: Complain): void {
  if (batches.length < steps) complain(`${name} has ${batches.length} batches for ${steps} steps`);
  const empty = batches.findIndex((batch) => batch.length === 0);
  if (empty >= 0) complain(`${name}[${empty}] is empty`);
  const wrong = batches.findIndex((batch) => batch.some((row) => row >= rows));
  if (wrong >= 0) complain(`${name}[${wrong}] names a row beyond ${rows - 1}, the last of x`);
}

function checkNoise(given: GivenProblem, steps: number, complain: Complain): void {
  const noise = given.targetNoise ?? [];
  const outputs = outputsOf(given);
  if (noise.length < steps) complain(`targetNoise has ${noise.length} entries for ${steps} steps`);
  const isUniform = (draw: number) => draw >= 0 && draw < 1;
  const wrong = noise.findIndex((rows, step) => {
    const fits = (row: number | number[]) => {
      if (given.loss === "softmaxCrossEntropy") return typeof row === "number" && isUniform(row);
      const isRow = Array.isArray(row) && row.length === outputs;
      return isRow && (given.loss === "squaredError" || row.every(isUniform));
    };
    return rows.length !== (given.batches[step]?.length ?? rows.length) || !rows.every(fits);
  });
  const wanted = {
    squaredError: `N(0, 1) draws [batch][${outputs}]`,
    softmaxCrossEntropy: "uniform draws in [0, 1) [batch]",
    sigmoidCrossEntropy: `uniform draws in [0, 1) [batch][${outputs}]`,
  }[given.loss];
  if (wrong >= 0) complain(`targetNoise[${wrong}] must hold ${wanted}`);
}

/** What the runs will ask of the file. */
export interface GivenNeeds {
  steps: number;
  /** Some run weighs FSD. */
  fsdBatches: boolean;
  /** Some run is KFAC. */
  targetNoise: boolean;
}
