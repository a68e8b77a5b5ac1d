import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { END, PAD, START, textOfTokens, UNKNOWN } from "../../config/formulas/wordPieces";
import { paddedRows } from "./paddedRows";
import { createEncoder, type Vocabulary } from "./wordPieces";

const read = (file: string) =>
  readFileSync(join(import.meta.dirname, "../../../public/data/translation", file), "utf8");
const vocabularyOf = (language: string) => JSON.parse(read(`bpe-${language}.json`)) as Vocabulary;

/** Small enough to cut by hand: "ab" is joined before "bc", and "abc" at the end of a word last. */
const SMALL: Vocabulary = {
  tokens: ["<pad>", "<start>", "<end>", "<unk>", "</w>", "a", "b", "c", "ab", "bc", "c</w>", "abc</w>"],
  merges: [
    ["a", "b"],
    ["b", "c"],
    ["c", "</w>"],
    ["ab", "c</w>"],
  ],
};

describe("createEncoder", () => {
  const encode = createEncoder(SMALL);

  it.each([
    ["abc", [11]], // a b c </w>: ab, then c</w>, then both
    ["bca", [9, 5, 4]], // bc, before c can join the end
    ["abab", [8, 8, 4]], // every such pair of a word at once
    ["  ab  c ", [8, 4, 10]], // spaces part words and are nothing else
    ["aßb", [5, UNKNOWN, 6, 4]], // a character outside the alphabet is one token
    ["😀", [UNKNOWN, 4]],
    ["", []],
  ])("cuts %j", (text, ids) => {
    expect(encode(text)).toEqual(ids);
  });

  it("joins equal letters from the left", () => {
    const vocabulary: Vocabulary = {
      tokens: ["<pad>", "<start>", "<end>", "<unk>", "</w>", "a", "aa"],
      merges: [["a", "a"]],
    };
    expect(createEncoder(vocabulary)("aaa")).toEqual([6, 5, 4]);
  });
});

describe("textOfTokens", () => {
  it.each([
    [[11, 8, 4], "abc ab"],
    [[START, 8, 4, END, 11], "ab"],
    [[8, 4, PAD, PAD], "ab"],
    [[8], "ab"], // a word that was not finished
    [[UNKNOWN, 10], "\ufffdc"],
    [[4, 4, 5], "a"],
    [[999], "\ufffd"],
    [[], ""],
    [[END], ""],
  ])("reads %j", (ids, text) => {
    expect(textOfTokens(SMALL.tokens, ids)).toBe(text);
  });
});

describe("the pieces of public/data/translation", () => {
  const rows = read("en-de.tsv").trimEnd().split("\n").slice(1);
  const lines = rows.map((line) => line.split("\t"));
  const told = (JSON.parse(read("manifest.json")) as { bpe: Record<string, Record<string, number>> }).bpe;

  /** Tokens of every line on one side. */
  const cut = (language: string, column: number) => {
    const { tokens, merges } = vocabularyOf(language);
    const encode = createEncoder({ tokens, merges });
    return lines.map((line) => ({ text: line[column] as string, ids: encode(line[column] as string), tokens }));
  };

  it.each([
    ["en", 1],
    ["de", 2],
  ])("are 1,000 of %s that make every line again, as many tokens as its manifest says", (language, column) => {
    const sides = cut(language, column);
    expect(vocabularyOf(language).tokens).toHaveLength(1000);
    expect(sides).toHaveLength(11_895);
    expect(sides.filter(({ text, ids, tokens }) => textOfTokens(tokens, ids) !== text)).toEqual([]);
    expect(sides.filter(({ ids }) => ids.includes(UNKNOWN))).toEqual([]);
    const lengths = sides.map(({ ids }) => ids.length);
    const upTo = (most: number) => lengths.filter((length) => length <= most).length;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect({
      mean: Number(mean.toFixed(2)),
      longest: Math.max(...lengths),
      upTo8: upTo(8),
      upTo12: upTo(12),
      upTo16: upTo(16),
      upTo24: upTo(24),
    }).toEqual(
      Object.fromEntries(
        ["mean", "longest", "upTo8", "upTo12", "upTo16", "upTo24"].map((name) => [name, told[language]?.[name]]),
      ),
    );
  });
});

describe("paddedRows", () => {
  it("fills rows up at the end and keeps their lengths", () => {
    expect(paddedRows([[5, 6, 7], [], [8]], 3)).toEqual({
      ids: Int32Array.of(5, 6, 7, PAD, PAD, PAD, 8, PAD, PAD),
      lengths: Int32Array.of(3, 0, 1),
      count: 3,
      width: 3,
    });
  });

  it("refuses a row that is too long", () => {
    expect(() => paddedRows([[5], [6, 7, 8]], 2)).toThrow("Row 1 has 3 tokens; there is room for 2");
  });
});
