import { tidy } from "@tensorflow/tfjs-core";
import type { Evaluation } from "../../config/tables/metrics";
import type { Problem } from "../optimizers/optimizer";
import type { Split, TaskData } from "../tasks/task";
import { inputRows } from "./rows";
import type { Trained } from "./runningAverages";

const CHUNK = 250;
const TRAIN_LIMIT = 1000;

/** Outputs of the network on some examples, row-major [rows, out] or of sequences [rows·length, out], chunk by chunk; `betweenChunks` is awaited before each. */
export async function outputsFor(
  { model }: Problem,
  { params, averages }: Trained,
  split: Split,
  inputShape: readonly number[],
  rows: ArrayLike<number>,
  betweenChunks?: () => Promise<void>,
): Promise<Float32Array> {
  const chunks: Float32Array[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    await betweenChunks?.();
    const chunk = Array.from(rows).slice(start, start + CHUNK);
    const outputs = tidy(() => model.forward(params, inputRows(split, chunk, inputShape), averages).outputs);
    chunks.push(Float32Array.from(await outputs.data()));
    outputs.dispose();
  }
  const all = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** Mean loss and test metric on both splits; sums in float64 on the host, so that devices differ by their outputs only. */
export async function evaluate(
  problem: Problem,
  trained: Trained,
  task: TaskData,
  step: number,
  betweenChunks?: () => Promise<void>,
): Promise<Evaluation> {
  const measure = async (split: Split, limit: number) => {
    const rows = Array.from({ length: Math.min(limit, split.count) }, (_, i) => i);
    const outputs = await outputsFor(problem, trained, split, task.inputShape, rows, betweenChunks);
    const { sequences } = task;
    return sequences
      ? scoreTokens(outputs, split.y, rows.length * sequences.target, sequences.padding)
      : score(problem.loss.kind, outputs, split.y, rows.length);
  };
  const train = await measure(task.train, TRAIN_LIMIT);
  const test = await measure(task.test, Number.POSITIVE_INFINITY);
  return { step, trainLoss: train.loss, testLoss: test.loss, testMetric: test.metric };
}

/**
 * Mean loss, and accuracy in [0, 1] or RMSE, of outputs [count, out] against the first `count` targets; for Bernoulli outputs
 * the RMSE of their probabilities.
 */
export function score(
  kind: TaskData["loss"],
  outputs: Float32Array,
  targets: Float32Array | Int32Array,
  count: number,
): { loss: number; metric: number } {
  const width = outputs.length / count;
  if (kind === "softmaxCrossEntropy") return scoreClasses(outputs, targets, count, width);
  const isSquared = kind === "squaredError";
  let loss = 0;
  let squares = 0;
  for (let i = 0; i < outputs.length; i++) {
    const f = outputs[i] as number;
    const y = targets[i] as number;
    const square = ((isSquared ? f : sigmoid(f)) - y) ** 2;
    squares += square;
    loss += isSquared ? 0.5 * square : Math.max(f, 0) - y * f + Math.log1p(Math.exp(-Math.abs(f)));
  }
  return { loss: loss / count, metric: Math.sqrt(squares / outputs.length) };
}

function scoreClasses(outputs: Float32Array, targets: Float32Array | Int32Array, count: number, width: number) {
  let loss = 0;
  let correct = 0;
  for (let row = 0; row < count; row++) {
    const scored = scoreRow(outputs.subarray(row * width, (row + 1) * width), targets[row] as number);
    loss += scored.loss;
    if (scored.isRight) correct++;
  }
  return { loss: loss / count, metric: correct / count };
}

/** Mean loss and accuracy over the tokens [count] that are no padding. */
function scoreTokens(outputs: Float32Array, tokens: Float32Array | Int32Array, count: number, padding: number) {
  const width = outputs.length / count;
  const sums = { loss: 0, correct: 0, counted: 0 };
  for (let row = 0; row < count; row++) {
    const token = tokens[row] as number;
    if (token === padding) continue;
    const scored = scoreRow(outputs.subarray(row * width, (row + 1) * width), token);
    sums.counted++;
    sums.loss += scored.loss;
    if (scored.isRight) sums.correct++;
  }
  return { loss: sums.loss / sums.counted, metric: sums.correct / sums.counted };
}

/** −ln softmax(values)[label], and whether it is the largest. */
function scoreRow(values: Float32Array, label: number): { loss: number; isRight: boolean } {
  const top = argMax(values);
  const highest = values[top] as number;
  const logTotal = Math.log(values.reduce((sum, v) => sum + Math.exp(v - highest), 0)) + highest;
  return { loss: logTotal - (values[label] as number), isRight: top === label };
}

/** Probability of a Bernoulli with this logit. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Index of the largest value; the first of equals. */
export function argMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}
