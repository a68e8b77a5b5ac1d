import type { GivenProblem } from "../../config/experiment/experiment";
import { planGraph } from "../nn/graph/plan";
import type { Sequences } from "../nn/layerSpec";
import { TaskError } from "../taskError";
import { graphOf } from "./givenGraph";
import { traceOrders } from "./traceOrder";

type Complain = (problem: string) => void;

/** Throws `TaskError` listing every place where the parts of a given problem do not fit together. */
export function checkGiven(given: GivenProblem, needs: GivenNeeds): void {
  const problems: string[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const outputs = checkLayers(given, complain);
  if (outputs !== null) checkExamples(given, outputs, complain);
  checkBatches("batches", given.batches, given.x.length, needs.steps, complain);
  if (given.fsdBatches) checkBatches("fsdBatches", given.fsdBatches, given.x.length, needs.steps, complain);
  else if (needs.fsdBatches) complain("fsdBatches is missing; every APO run needs it");
  if (given.targetNoise) checkNoise(given, outputs ?? 0, needs.steps, complain);
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

/** Numbers in a row of the network's outputs, and its nodes; null where the nodes do not fit together. */
function checkLayers(given: GivenProblem, complain: Complain): number | null {
  const { layers, xShape, initialParams, sequences, loss } = given;
  if (layers.length === 0) complain("layers is empty");
  if (xShape.length !== 1 && xShape.length !== 3) complain("xShape must be [inputs] or [channels, height, width]");
  if ((loss === "tokenCrossEntropy") !== (sequences !== undefined))
    complain("sequences and the loss tokenCrossEntropy belong together");
  if (sequences && sequences.source + sequences.target !== xShape[0])
    complain(`xShape must be the ${sequences.source} source and ${sequences.target} target tokens of sequences`);
  const graph = graphOf(given);
  const planned = attempt(() => planGraph(graph), complain);
  if (!planned) return null;
  attempt(() => traceOrders(graph), complain);
  const last = planned.at(-1);
  if (last && (sequences ? last.tokens !== -2 : last.shape.length !== 1))
    complain(`the last layer must give ${sequences ? "one row for each token of the decoder" : "a vector"}`);
  const matrices = planned.flatMap((node) => node.matrices);
  if (initialParams.length !== matrices.length)
    complain(`initialParams has ${initialParams.length} matrices; layers has ${matrices.length}`);
  matrices.forEach(({ name, shape: [rows, columns] }, i) => {
    const matrix = initialParams[i] ?? [];
    if (matrix.length !== rows || matrix.some((row) => row.length !== columns))
      complain(`initialParams[${i}] must have ${rows} rows of ${columns} numbers (${name})`);
  });
  return last?.shape.at(-1) ?? null;
}

/** What `work` gives, or null where it throws: then its message is a complaint. */
function attempt<T>(work: () => T, complain: Complain): T | null {
  try {
    return work();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function checkExamples(given: GivenProblem, outputs: number, complain: Complain): void {
  const { x, y, xShape, loss, sequences } = given;
  const size = xShape.reduce((product, length) => product * length, 1);
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
    tokenCrossEntropy: [
      (target: number | number[]) =>
        Array.isArray(target) &&
        target.length === sequences?.target &&
        target.every((token) => isClass(token, outputs)),
      `${sequences?.target} tokens from 0 to ${outputs - 1}`,
    ],
  }[loss] as [(target: number | number[]) => boolean, string];
  const misfit = y.findIndex((target) => !fits(target));
  if (misfit >= 0) complain(`y[${misfit}] must be ${wanted} for ${loss}`);
  else if (sequences) checkTokens(given, sequences, complain);
}

const isClass = (value: number, count: number) => Number.isInteger(value) && value >= 0 && value < count;

/** Rows begin with a real token, padding stands at their end, and y has it where the decoder's row has it. */
function checkTokens(given: GivenProblem, { source, padding }: Sequences, complain: Complain): void {
  const isPadding = (token: number | undefined) => token === padding;
  given.layers.forEach(({ from = [], ...spec }, i) => {
    if (spec.kind !== "embedding") return;
    const part = (row: number[]) => ((from[0] ?? -1) === -2 ? row.slice(source) : row.slice(0, source));
    const wrong = given.x.findIndex((row) => !part(row).every((token) => isClass(token, spec.vocabulary)));
    if (wrong >= 0) complain(`x[${wrong}] has tokens beyond ${spec.vocabulary - 1}, the last of layers[${i}]`);
  });
  given.x.forEach((row, n) => {
    const [encoder, decoder] = [row.slice(0, source), row.slice(source)];
    const isPadded = (tokens: number[]) =>
      !isPadding(tokens[0]) && tokens.every((token, i) => i === 0 || !isPadding(tokens[i - 1]) || isPadding(token));
    if (!isPadded(encoder) || !isPadded(decoder))
      complain(`x[${n}] must begin with a token in both parts, and have padding only behind the last`);
    const targets = given.y[n] as number[];
    if (decoder.some((token, i) => isPadding(token) !== isPadding(targets[i])))
      complain(`y[${n}] and what the decoder reads in x[${n}] must have padding at the same places`);
  });
}

function checkBatches(name: string, batches: number[][], rows: number, steps: number, complain: Complain): void {
  if (batches.length < steps) complain(`${name} has ${batches.length} batches for ${steps} steps`);
  const empty = batches.findIndex((batch) => batch.length === 0);
  if (empty >= 0) complain(`${name}[${empty}] is empty`);
  const wrong = batches.findIndex((batch) => batch.some((row) => row >= rows));
  if (wrong >= 0) complain(`${name}[${wrong}] names a row beyond ${rows - 1}, the last of x`);
}

function checkNoise(given: GivenProblem, outputs: number, steps: number, complain: Complain): void {
  const noise = given.targetNoise ?? [];
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
    tokenCrossEntropy: "nothing: no method that samples targets trains on sequences",
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
