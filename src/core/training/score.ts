import type { TaskData } from "../tasks/task";

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

/** −ln softmax(values)[label], and whether it is the largest. */
export function scoreRow(values: Float32Array, label: number): { loss: number; isRight: boolean } {
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
