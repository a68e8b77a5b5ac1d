import { expect, test } from "vitest";
import { chooseColumns } from "./chooseColumns";
import { readCsv } from "./readCsv";

/** So long that anything that grows with the square of a cell's length takes minutes: 12 for the digits, at 6 s for 50 kB. */
const LENGTH = 1_000_000;
/** Where each piece makes work of its own. */
const PIECES = 200_000;
/** A pass over such a text takes a tenth of a second; three times as slow a machine, and a busy one, stay far below this. */
const LIMIT_MS = 20_000;

const digits = "1".repeat(LENGTH);
const rows = (separator: string, first: (i: number) => string) =>
  Array.from({ length: 24 }, (_, i) => `${first(i)}${separator}${i}`).join("\n");
const withCell = (cell: string, separator = ",") =>
  `a${separator}b${separator}c\n${rows(separator, (i) => `${i === 7 ? cell : i}${separator}${i}`)}`;

const textual = { columns: [{ kind: "text", place: { line: 9, column: 1 } }, { kind: "number" }, { kind: "number" }] };

test.each<[name: string, text: string, outcome: object | RegExp]>([
  ["digits and an x", withCell(`${digits}x`), textual],
  ["digits, a point and an x", withCell(`${digits}.${digits}x`), textual],
  ["digits, a comma and an x between semicolons", withCell(`${digits},${digits}x`, ";"), textual],
  ["digits and an exponent that is none", withCell(`${digits}e${digits}x`), textual],
  ["digits beyond float64", withCell(digits), textual],
  ["signs", withCell("+".repeat(LENGTH)), textual],
  ["blanks around an x", withCell(`${" ".repeat(LENGTH)}x${" ".repeat(LENGTH)}`), textual],
  ["marks inside quotes", withCell(`"${'""'.repeat(PIECES)}"`), textual],
  ["line breaks inside quotes", withCell(`"${"\r\n".repeat(PIECES)}x"`), textual],
  ["digits in a header", withCell("7").replace("a", `${digits}x`), { rows: 24 }],
  ["digits alone in a header", withCell("7").replace("a", digits), { rows: 24 }],
  ["blanks in a header", withCell("7").replace("a", `${" ".repeat(LENGTH)}a`), { rows: 24 }],
  ["a quote that is never closed", withCell(`"${digits}`), /line 9, column 1 opens a quote/],
  ["stray marks", withCell('"x"y'.repeat(PIECES)), /line 9, column 1 has text behind/],
  ["blanks behind a closing quote", withCell(`"x"${" ".repeat(LENGTH)}y`), /line 9, column 1 has text behind/],
  ["blank lines", `${withCell("7")}${"\n".repeat(PIECES)}`, { rows: 24 }],
  ["separators", ",".repeat(PIECES), /200001 columns/],
])("a file with hundreds of thousands of %s is read in one pass", (_, text, outcome) => {
  const bytes = new TextEncoder().encode(text);
  const start = performance.now();
  if (outcome instanceof RegExp) expect(() => readCsv(bytes, "t.csv")).toThrow(outcome);
  else expect(readCsv(bytes, "t.csv")).toMatchObject(outcome);
  expect(performance.now() - start).toBeLessThan(LIMIT_MS);
});

test("columns may have the names that every object answers to", () => {
  const text = `__proto__,constructor,toString\n${rows(",", (i) => `${i},${i * i}`)}`;
  const table = readCsv(new TextEncoder().encode(text), "t.csv");
  expect(table.columns.map(({ name, kind, values }) => [name, kind, values[3]])).toEqual([
    ["__proto__", "number", 3],
    ["constructor", "number", 9],
    ["toString", "number", 3],
  ]);
  const wish = { file: "t.csv", target: "__proto__", inputs: ["constructor"] };
  expect(chooseColumns(table, wish, "strict").choice).toEqual(wish);
  expect(() => chooseColumns(table, { ...wish, target: "valueOf" }, "strict")).toThrow(/has no column "valueOf"/);
});
