import { expect, it } from "vitest";
import { chooseColumns } from "../../core/data/csv/chooseColumns";
import { readCsv } from "../../core/data/csv/readCsv";
import { tableWords } from "./tableWords";

const lines = Array.from({ length: 30 }, (_, i) => `${i};1,${100 + i};${i} %;house ${i};${i > 9 ? "" : i};${2 * i}`);
const table = readCsv(new TextEncoder().encode(`n;a;share;name;few;y\n${lines.join("\n")}\n`), "t.csv");
const wordsFor = (target: string | null, inputs: string[] | null) => {
  const wish = { file: "t.csv", target, inputs };
  return tableWords(table, chooseColumns(table, wish, "strict").choice, inputs === null);
};

it("names format, doubt, columns and each column that is left out, by line and column", () => {
  expect(wordsFor(null, null)).toEqual([
    "t.csv: semicolons between columns, decimal commas",
    'The numbers of t.csv can be read in two ways. "1,100" in line 2, column 2 is read as 1.1; nothing in the file rules out 1100. ' +
      "One number that can be read in one way only, such as 0.5 or 0,5, settles it.",
    "Target: y. Inputs: n, a.",
    'Left out: share (percentage "0 %" in line 2, column 3), name (text "house 0" in line 2, column 4), few (no value in 20 of 30 rows).',
  ]);
});

it("names no column that could be trained on where inputs were chosen", () => {
  expect(wordsFor("n", ["y"]).slice(-2)).toEqual([
    "Target: n. Inputs: y.",
    'Left out: share (percentage "0 %" in line 2, column 3), name (text "house 0" in line 2, column 4).',
  ]);
});
