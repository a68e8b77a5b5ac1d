import { PAD } from "../../config/formulas/wordPieces";
import type { Problem } from "../optimizers/optimizer";
import type { Split, TaskData } from "../tasks/task";
import { greedyTranslations, type NextLogits } from "../text/greedyTranslations";
import { outputsFor } from "./outputs";
import type { Trained } from "./runningAverages";

/** A network's inputs as one row for each text: the source's tokens, then those that the decoder reads. */
function inputsOf(
  sources: readonly (readonly number[])[],
  prefixes: readonly (readonly number[])[],
  length: number,
): Split {
  const x = new Float32Array(sources.length * length).fill(PAD);
  for (const [row, source] of sources.entries()) {
    x.set(source, row * length);
    x.set(prefixes[row] ?? [], row * length + source.length);
  }
  return { x, y: x, count: sources.length };
}

/** Scores after the last token of each prefix, of outputs [rows · target, vocabulary]. */
function lastScores(outputs: Float32Array, rows: number, target: number, last: number): Float32Array {
  const vocabulary = outputs.length / (rows * target);
  const scores = new Float32Array(rows * vocabulary);
  for (let row = 0; row < rows; row++) {
    const from = (row * target + last) * vocabulary;
    scores.set(outputs.subarray(from, from + vocabulary), row * vocabulary);
  }
  return scores;
}

/**
 * What a network that reads [source, target] tokens a row says of test examples: ids without start and end, at most `limit` each, by
 * greedy decoding. The decoder reads limit + 1 tokens. `betweenChunks` is awaited before each forward pass.
 */
export function translateRows(
  problem: Problem,
  trained: Trained,
  { test, inputShape }: Pick<TaskData, "test" | "inputShape">,
  rows: readonly number[],
  limit: number,
  betweenChunks?: () => Promise<void>,
): Promise<number[][]> {
  const [length = 0] = inputShape;
  const target = limit + 1;
  const sources = rows.map((row) => [...test.x.subarray(row * length, row * length + length - target)]);
  const nextLogits: NextLogits = async (open, prefixes) => {
    const split = inputsOf(open, prefixes, length);
    const all = open.map((_, row) => row);
    const outputs = await outputsFor(problem, trained, split, inputShape, all, betweenChunks);
    return lastScores(outputs, open.length, target, (prefixes[0]?.length ?? 1) - 1);
  };
  return greedyTranslations(sources, nextLogits, limit);
}
