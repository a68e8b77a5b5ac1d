import { PAD } from "../../config/formulas/wordPieces";
import { gatherRows } from "../data/inputs";
import type { Decoding } from "../nn/decoding";
import type { TaskData } from "../tasks/task";
import { greedyTranslations, type NextLogits } from "../text/greedyTranslations";
import type { Trained } from "./runningAverages";

/** Sources that are decoded together. */
const CHUNK = 256;

/** A decoding as scores for those of its sources that are still open; the others go on reading filling. */
function logitsOf(decoding: Decoding, sources: readonly (readonly number[])[]): NextLogits {
  const places = new Map(sources.map((source, place) => [source, place]));
  return async (open, prefixes) => {
    const rows = open.map((source) => places.get(source) ?? 0);
    const tokens = new Int32Array(sources.length).fill(PAD);
    for (const [i, row] of rows.entries()) tokens[row] = prefixes[i]?.at(-1) ?? PAD;
    const all = await decoding.next(tokens);
    const vocabulary = all.length / sources.length;
    const scores = new Float32Array(rows.length * vocabulary);
    for (const [i, row] of rows.entries())
      scores.set(all.subarray(row * vocabulary, (row + 1) * vocabulary), i * vocabulary);
    return scores;
  };
}

/**
 * What a network says of test examples of rows of tokens: ids without start and end, at most `limit` each, by greedy decoding.
 * `betweenChunks` is awaited before each token. Throws where the task has no decoder.
 */
export async function translateRows(
  { params }: Pick<Trained, "params">,
  { test, sequences, createDecoder, ...description }: TaskData,
  rows: readonly number[],
  limit: number,
  betweenChunks?: () => Promise<void>,
): Promise<number[][]> {
  if (!createDecoder || !sequences) throw new Error("This task's network says nothing token by token.");
  const decoder = createDecoder({ ...description, sequences });
  const [length = 0] = description.inputShape;
  const answers: number[][] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const read = gatherRows(test.x, chunk, length);
    const sources = chunk.map((_, i) => Array.from(read.subarray(i * length, i * length + sequences.source)));
    const decoding = decoder.start(params, Int32Array.from(sources.flat()), sources.length);
    try {
      const next = logitsOf(decoding, sources);
      const inTurns: NextLogits = async (...asked) => {
        await betweenChunks?.();
        return next(...asked);
      };
      answers.push(...(await greedyTranslations(sources, inTurns, limit)));
    } finally {
      decoding.dispose();
    }
  }
  return answers;
}
