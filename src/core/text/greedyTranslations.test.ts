import { describe, expect, it } from "vitest";
import { END, PAD, START, UNKNOWN } from "../../config/formulas/wordPieces";
import { greedyTranslations, type NextLogits } from "./greedyTranslations";

const VOCABULARY = 10;

/** Scores that are highest at one token a row. */
function scoresFor(tokens: readonly number[]): Float32Array {
  const scores = new Float32Array(tokens.length * VOCABULARY);
  for (const [row, token] of tokens.entries()) scores[row * VOCABULARY + token] = 1;
  return scores;
}

/** Says each source backwards, then ends. */
const backwards: NextLogits = (sources, prefixes) =>
  scoresFor(sources.map((source, row) => source.toReversed()[(prefixes[row]?.length ?? 0) - 1] ?? END));

describe("greedyTranslations", () => {
  it("says what is likeliest until the end comes, each source for itself", async () => {
    const sources = [[4, 5, 6], [7], [], [8, 9]];
    expect(await greedyTranslations(sources, backwards, 16)).toEqual([[6, 5, 4], [7], [], [9, 8]]);
  });

  it("stops at the limit", async () => {
    expect(await greedyTranslations([[4, 5, 6], [7]], backwards, 2)).toEqual([[6, 5], [7]]);
    expect(await greedyTranslations([[4]], backwards, 0)).toEqual([[]]);
  });

  it("asks in one batch, with the start before what is said, and no more for what has ended", async () => {
    const asked: { sources: number[][]; prefixes: number[][] }[] = [];
    const listening: NextLogits = (sources, prefixes) => {
      asked.push({ sources: sources.map((row) => [...row]), prefixes: prefixes.map((row) => [...row]) });
      return backwards(sources, prefixes);
    };
    await greedyTranslations([[4, 5], [7], [6, 8, 9]], listening, 3);
    expect(asked).toEqual([
      { sources: [[4, 5], [7], [6, 8, 9]], prefixes: [[START], [START], [START]] },
      {
        sources: [[4, 5], [7], [6, 8, 9]],
        prefixes: [
          [START, 5],
          [START, 7],
          [START, 9],
        ],
      },
      {
        sources: [
          [4, 5],
          [6, 8, 9],
        ],
        prefixes: [
          [START, 5, 4],
          [START, 9, 8],
        ],
      },
    ]);
  });

  it("asks nothing where nothing is to be translated", async () => {
    const never: NextLogits = () => {
      throw new Error("asked");
    };
    expect(await greedyTranslations([], never, 16)).toEqual([]);
  });

  it("never says filling, a start or a stranger, and takes the first of equals", async () => {
    const scores = new Float32Array(VOCABULARY).fill(-3);
    for (const token of [PAD, START, UNKNOWN]) scores[token] = 5;
    scores[6] = 2;
    scores[8] = 2;
    expect(await greedyTranslations([[4]], () => scores, 2)).toEqual([[6, 6]]);
    scores[END] = 2;
    expect(await greedyTranslations([[4]], () => scores, 2)).toEqual([[]]);
  });

  it("waits for scores that come later", async () => {
    const late: NextLogits = async (sources, prefixes) => backwards(sources, prefixes);
    expect(await greedyTranslations([[4, 5]], late, 16)).toEqual([[5, 4]]);
  });

  it("gives each source the answer that it has alone", async () => {
    const sources = Array.from({ length: 20 }, (_, i) => Array.from({ length: i % 7 }, (_, k) => 4 + ((i + k) % 6)));
    const together = await greedyTranslations(sources, backwards, 5);
    for (const [row, source] of sources.entries()) {
      expect(await greedyTranslations([source], backwards, 5)).toEqual([together[row]]);
    }
  });
});
