import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusBleu } from "./bleu";
import { tokens13a } from "./tokens13a";

/** Lines of two texts, and what corpus BLEU makes of them. */
interface Lines {
  hypotheses: string[];
  references: string[];
  score: number;
}

interface ByHand extends Lines {
  name: string;
  hypothesisTokens: string[][];
  referenceTokens: string[][];
  matches: number[];
  totals: number[];
  precisions: number[];
  brevityPenalty: number;
  hypothesisLength: number;
  referenceLength: number;
}

const read = <Case>(file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", file), "utf8")) as { cases: Case[] };
const given = read<ByHand>("bleu.json");
const outside = read<Lines & { tokens: string[][] }>("sacrebleu.json");

/** Scores and counts of sacrebleu 2.6.0 by default. */
const EDGES: {
  name: string;
  pairs: [string, string][];
  score: number;
  matches: number[];
  totals: number[];
  penalty: number;
}[] = [
  {
    name: "an empty hypothesis",
    pairs: [["", "a b c d"]],
    score: 0,
    matches: [0, 0, 0, 0],
    totals: [0, 0, 0, 0],
    penalty: 0,
  },
  {
    name: "nothing on either side",
    pairs: [["", ""]],
    score: 0,
    matches: [0, 0, 0, 0],
    totals: [0, 0, 0, 0],
    penalty: 1,
  },
  { name: "no pair at all", pairs: [], score: 0, matches: [0, 0, 0, 0], totals: [0, 0, 0, 0], penalty: 1 },
  {
    name: "an empty reference",
    pairs: [["a b c d", ""]],
    score: 0,
    matches: [0, 0, 0, 0],
    totals: [4, 3, 2, 1],
    penalty: 1,
  },
  {
    name: "one token, right as it is",
    pairs: [["a", "a"]],
    score: 0,
    matches: [1, 0, 0, 0],
    totals: [1, 0, 0, 0],
    penalty: 1,
  },
  {
    name: "three tokens, right as they are",
    pairs: [["a b c", "a b c"]],
    score: 0,
    matches: [3, 2, 1, 0],
    totals: [3, 2, 1, 0],
    penalty: 1,
  },
  {
    name: "four tokens, all right",
    pairs: [["a b c d", "a b c d"]],
    score: 100,
    matches: [4, 3, 2, 1],
    totals: [4, 3, 2, 1],
    penalty: 1,
  },
  {
    name: "four tokens, all wrong",
    pairs: [["x y z w", "a b c d"]],
    score: 0,
    matches: [0, 0, 0, 0],
    totals: [4, 3, 2, 1],
    penalty: 1,
  },
  {
    name: "German with an ellipsis",
    pairs: [["Größe ändern… jetzt sofort", "Größe ändern… jetzt gleich"]],
    score: 59.460355750136046, // 100 · (3/4 · 2/3 · 1/2 · 1/2)^(1/4)
    matches: [3, 2, 1, 0],
    totals: [4, 3, 2, 1],
    penalty: 1,
  },
  {
    name: "a corpus with lines too short for some orders",
    pairs: [
      ["Datei öffnen …", "Datei öffnen …"],
      ["Seite", "Blatt"],
      ["Die Größe der Zelle ändern.", "Die Größe der Spalte ändern."],
    ],
    score: 44.17918226831576, // 100 · (8/10 · 5/7 · 2/5 · 1/6)^(1/4)
    matches: [8, 5, 2, 0],
    totals: [10, 7, 5, 3],
    penalty: 1,
  },
  {
    name: "entities of HTML on one side",
    pairs: [["&quot;A&quot; &amp; B &lt; C", '"A" & B < C']],
    score: 100,
    matches: [7, 6, 5, 4],
    totals: [7, 6, 5, 4],
    penalty: 1,
  },
];

describe("corpusBleu", () => {
  it.each(given.cases)("gives the score and the counts by hand: $name", (expected) => {
    const bleu = corpusBleu(expected.hypotheses, expected.references);
    expect(Math.abs(bleu.score - expected.score)).toBeLessThan(1e-9);
    expect(Math.abs(bleu.brevityPenalty - expected.brevityPenalty)).toBeLessThan(1e-12);
    for (const [n, precision] of expected.precisions.entries()) expect(bleu.precisions[n]).toBeCloseTo(precision, 10);
    const { matches, totals, hypothesisLength, referenceLength } = expected;
    expect(bleu).toMatchObject({ matches, totals, hypothesisLength, referenceLength });
  });

  it.each(EDGES)("scores $name", ({ pairs, score, matches, totals, penalty }) => {
    const bleu = corpusBleu(
      pairs.map(([hypothesis]) => hypothesis),
      pairs.map(([, reference]) => reference),
    );
    expect(Math.abs(bleu.score - score)).toBeLessThan(1e-9);
    expect(bleu).toMatchObject({ matches, totals, brevityPenalty: penalty });
  });

  it("agrees with sacrebleu on corpora of random signs", () => {
    expect(outside.cases).toHaveLength(60);
    for (const { hypotheses, references, score } of outside.cases) {
      expect(Math.abs(corpusBleu(hypotheses, references).score - score)).toBeLessThan(1e-9);
    }
  });

  it("refuses lists of different lengths", () => {
    expect(() => corpusBleu(["a"], [])).toThrow("0 for 1");
  });
});

describe("tokens13a", () => {
  it.each(given.cases)("cuts the lines of: $name", (expected) => {
    expect(expected.hypotheses.map(tokens13a)).toEqual(expected.hypothesisTokens);
    expect(expected.references.map(tokens13a)).toEqual(expected.referenceTokens);
  });

  // As sacrebleu 2.6.0 cuts them.
  it.each([
    [" ", ""],
    ["Größe ändern…", "Größe ändern…"],
    ["Don't – \"mach's\" 3,5%", "Don't – \" mach's \" 3,5 %"],
    ["1.000,5-2 x-y 3.", "1.000,5 - 2 x-y 3 ."],
    [".5 a.b a.1 1.a ,", ". 5 a . b a . 1 1 . a ,"],
    ["&amp;lt;b&gt; &quot; &apos; &#39; &", '< b > " & apos ; & # 39 ; &'],
    ["<skipped>a-\nb\nc", "ab c"],
    ["a\u00a0b\u3000c\u2009d\x1ce\ufefff", "a b c d e\ufefff"],
    ["😀.😀,1", "😀 . 😀 , 1"],
    ["[x]{y}(z)~`^_|\\/@:;<=>?!#$%*+", "[ x ] { y } ( z ) ~ ` ^ _ | \\ / @ : ; < = > ? ! # $ % * +"],
    ["a..b ...", "a . . b . . ."],
    ["C++/C# 3-D 2.0-1", "C + + / C # 3 - D 2.0 - 1"],
    ["$5 5$ £5.", "$ 5 5 $ £5 ."],
  ])("cuts %j", (line, words) => {
    expect(tokens13a(line).join(" ")).toBe(words);
  });

  it("cuts random signs as sacrebleu does", () => {
    for (const { hypotheses, tokens } of outside.cases) expect(hypotheses.map(tokens13a)).toEqual(tokens);
  });
});
