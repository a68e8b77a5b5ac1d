import { END, START, UNKNOWN } from "../../config/formulas/wordPieces";

/**
 * Scores of the next token, row-major [rows, vocabulary], for sources as they were handed in and what is said of each so far: `START`, then
 * the tokens chosen. All prefixes of a call have one length.
 */
export type NextLogits = (
  sources: readonly (readonly number[])[],
  prefixes: readonly (readonly number[])[],
) => Float32Array | Promise<Float32Array>;

/** The likeliest token of those that can be said: text or `END`. The first of equals. */
function likeliest(scores: Float32Array): number {
  let best = END;
  for (let token = UNKNOWN + 1; token < scores.length; token++) {
    if ((scores[token] as number) > (scores[best] as number)) best = token;
  }
  return best;
}

/**
 * Greedy translations: each step takes the likeliest next token, until `END` or `limit` tokens. All sources that are not done go on together,
 * in their order, so the answers depend on nothing else. Ids without `START` and `END`, as the sources are ordered.
 */
export async function greedyTranslations(
  sources: readonly (readonly number[])[],
  nextLogits: NextLogits,
  limit: number,
): Promise<number[][]> {
  const said = sources.map(() => [START]);
  let open = sources.map((_, row) => row);
  for (let length = 0; length < limit && open.length > 0; length++) {
    const logits = await nextLogits(
      open.map((row) => sources[row] as readonly number[]),
      open.map((row) => said[row] as readonly number[]),
    );
    const vocabulary = logits.length / open.length;
    const tokens = open.map((_, i) => likeliest(logits.subarray(i * vocabulary, (i + 1) * vocabulary)));
    for (const [i, row] of open.entries()) if (tokens[i] !== END) said[row]?.push(tokens[i] as number);
    open = open.filter((_, i) => tokens[i] !== END);
  }
  return said.map((tokens) => tokens.slice(1));
}
