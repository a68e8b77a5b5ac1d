import type { Problem } from "../optimizers/optimizer";
import type { Split, TaskData } from "../tasks/task";
import { outputsFor } from "./outputs";
import type { Trained } from "./runningAverages";
import { scoreRow } from "./score";

/** Rows at a time: each of their tokens has a score for every word piece. */
const CHUNK = 64;

/** Training pairs that a loss is measured on. */
export const TRAIN_PAIRS = 200;

/** Mean loss and accuracy over the tokens of the first `count` rows that are no padding. */
export async function measureTokens(
  problem: Problem,
  trained: Trained,
  { inputShape, sequences }: Pick<TaskData, "inputShape" | "sequences">,
  split: Split,
  count: number,
  betweenChunks?: () => Promise<void>,
): Promise<{ loss: number; metric: number }> {
  const { target = 0, padding = 0 } = sequences ?? {};
  const sums = { loss: 0, right: 0, counted: 0 };
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => from + i);
    const outputs = await outputsFor(problem, trained, split, inputShape, rows, betweenChunks);
    const width = outputs.length / (rows.length * target);
    for (let at = 0; at < rows.length * target; at++) {
      const token = split.y[from * target + at] as number;
      if (token === padding) continue;
      const { loss, isRight } = scoreRow(outputs.subarray(at * width, (at + 1) * width), token);
      sums.loss += loss;
      sums.right += Number(isRight);
      sums.counted += 1;
    }
  }
  return { loss: sums.loss / sums.counted, metric: sums.right / sums.counted };
}
