import { describe, expect, it } from "vitest";
import { textOfTokens } from "../../config/formulas/wordPieces";
import { TaskError } from "../taskError";
import { publicData, readPublicData } from "../testing/publicData";
import { corpusBleu } from "../text/bleu";
import { MOST_TOKENS, readSentencePairs, type SentencePair } from "./sentencePairs";

const FILE = "translation/en-de.tsv";
const encode = (text: string) => new TextEncoder().encode(text);
const committed = (() => {
  const { io, reports } = publicData();
  return readSentencePairs(io.readFile, io.report).then((pairs) => ({ pairs, reports }));
})();

/** Letters to change, add or take away between two texts (Levenshtein 1966), as far as that is less than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let above = Uint16Array.from({ length: b.length + 1 }, (_, i) => i);
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const kept = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(kept, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      row[j] = value;
      least = Math.min(least, value);
    }
    if (least >= limit) return limit;
    [above, row] = [row, above];
  }
  return above[b.length] as number;
}

/** How often each letter stands in a text, letters in 32 drawers. */
function lettersOf(text: string): Uint8Array {
  const counts = new Uint8Array(32);
  for (let i = 0; i < text.length; i++) {
    const drawer = text.charCodeAt(i) % 32;
    counts[drawer] = (counts[drawer] as number) + 1;
  }
  return counts;
}

/** No two texts with these letters are nearer than this: each change mends one letter too many and one too few at most. */
function leastDistance(a: Uint8Array, b: Uint8Array): number {
  let [more, fewer] = [0, 0];
  for (let drawer = 0; drawer < a.length; drawer++) {
    const surplus = (a[drawer] as number) - (b[drawer] as number);
    if (surplus > 0) more += surplus;
    else fewer -= surplus;
  }
  return Math.max(more, fewer);
}

/** Target of the training source that is nearest to a text, whatever its capitals; the first of equals. */
function nearestTargetIn(train: readonly SentencePair[]): (text: string) => string {
  const known = train.map(({ source, target }) => {
    const text = source.toLowerCase();
    return { text, letters: lettersOf(text), target };
  });
  return (source) => {
    const text = source.toLowerCase();
    const letters = lettersOf(text);
    let nearest = "";
    let distance = Number.POSITIVE_INFINITY;
    for (const other of known) {
      if (leastDistance(letters, other.letters) >= distance) continue;
      const own = editDistance(text, other.text, distance);
      if (own >= distance) continue;
      distance = own;
      nearest = other.target;
    }
    return nearest;
  };
}

describe("the pairs of English and German texts", () => {
  it("are 9,610 to train with and 435 to test with, of at most 16 tokens a side", async () => {
    const { pairs, reports } = await committed;
    const { train, test } = pairs;
    expect([train.length, test.length]).toEqual([9610, 435]);
    const lengths = [...train, ...test].flatMap(({ sourceIds, targetIds }) => [sourceIds.length, targetIds.length]);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, MOST_TOKENS]);
    expect(reports.at(-1)).toEqual({
      fraction: 1,
      detail: "10479 of 11895 pairs of texts have at most 16 tokens a side",
    });
  });

  it("hold the words that their tokens spell", async () => {
    const { train, test, source, target } = (await committed).pairs;
    for (const pair of [...train, ...test]) {
      expect(textOfTokens(source.tokens, pair.sourceIds)).toBe(pair.source);
      expect(textOfTokens(target.tokens, pair.targetIds)).toBe(pair.target);
    }
  });

  it("share no source between training and test", async () => {
    const { train, test } = (await committed).pairs;
    const known = new Set(train.map(({ source }) => source.toLowerCase()));
    expect(test.filter(({ source }) => known.has(source.toLowerCase()))).toEqual([]);
  });

  // The two that the data's own README gives for these 435 pairs: 3.70 and 18.08.
  it("leave 3.70 BLEU to a copy of the source, and 18.08 to the target of the nearest training source", async () => {
    const { train, test } = (await committed).pairs;
    const references = test.map(({ target }) => target);
    const copied = test.map(({ source }) => source);
    const looked = copied.map(nearestTargetIn(train));
    const scores = [copied, looked].map((texts) => corpusBleu(texts, references).score);
    expect(scores.map((score) => score.toFixed(2))).toEqual(["3.70", "18.08"]);
  });
});

describe("a table that cannot be used", () => {
  it.each<[string, Record<string, Uint8Array>, RegExp]>([
    ["other columns", { [FILE]: encode("source\ttarget\nA\tB\n") }, /first line does not name split/],
    ["a line without a translation", { [FILE]: encode("split\tsource\ttarget\ntrain\tOpen\n") }, /Line 2 is not/],
    [
      "a line of four columns",
      { [FILE]: encode("split\tsource\ttarget\ntrain\tA\tB\ntrain\tA\tB\tC\n") },
      /Line 3 is not/,
    ],
    ["nothing to test with", { [FILE]: encode("split\tsource\ttarget\ntrain\tOpen\tAuf\n") }, /none to test with/],
    ["no UTF-8", { [FILE]: Uint8Array.of(0xff, 0xfe) }, /no(t)? UTF-8/],
    ["no merges", { "translation/bpe-de.json": encode('{"tokens":["a","b","c","d","e"]}') }, /form at merges/],
  ])("is named where it has %s", async (_, changed, message) => {
    const { io } = publicData(changed);
    const error = await readSentencePairs(io.readFile, io.report).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TaskError);
    expect((error as TaskError).message).toMatch(message);
    expect((error as TaskError).title).toContain(`data/${Object.keys(changed)[0]}`);
  });

  it("is told by its name where it cannot be read at all", async () => {
    const { io } = publicData();
    const readFile = (path: string) => (path === FILE ? Promise.reject(new Error("404")) : readPublicData(path));
    await expect(readSentencePairs(readFile, io.report)).rejects.toMatchObject({
      title: `data/${FILE} cannot be read`,
    });
  });
});
