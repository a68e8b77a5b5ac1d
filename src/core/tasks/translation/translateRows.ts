import type { Tensor2D } from "@tensorflow/tfjs-core";
import { PAD } from "../../../config/formulas/wordPieces";
import { gatherRows } from "../../data/inputs";
import type { Decoder, Decoding } from "../../nn/decoding";
import type { Sequences } from "../../nn/layerSpec";
import { greedyTranslations, type NextLogits } from "../../text/greedyTranslations";
import type { Split } from "../task";

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

/** A decoder, and examples whose inputs are rows of tokens: a source, then what the decoder reads. */
export interface Speaker {
  decoder: Decoder;
  split: Split;
  sequences: Sequences;
}

/**
 * What a network with these params says of some examples: ids without start and end, at most `limit` each, by greedy decoding.
 * `betweenChunks` is awaited before each token.
 */
export async function translateRows(
  params: readonly Tensor2D[],
  { decoder, split, sequences }: Speaker,
  rows: readonly number[],
  limit: number,
  betweenChunks?: () => Promise<void>,
): Promise<number[][]> {
  const length = sequences.source + sequences.target;
  const answers: number[][] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const read = gatherRows(split.x, chunk, length);
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
