import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFormat, doubtIn } from "../../../config/experiment/csv";
import { readCsv } from "./readCsv";

const fileOf = (name: string) => readCsv(readFileSync(join(import.meta.dirname, "cases", name)), name);
const read = (text: string) => readCsv(new TextEncoder().encode(text), "t.csv");
const numbersOf = ({ columns }: ReturnType<typeof read>) =>
  columns.map(({ kind, values }) => (kind === "text" ? "text" : Array.from(values)));

describe("files that were cut or read wrong without a word", () => {
  const LENGTH = [-5, -0.41, -4.53, 4.35, 3.31, 0.3, -1.17, 1.87, 3.46, 1.54, 4.1];
  const WIDTH = [-8.97, 0.15, -8.04, 9.7, 7.58, 1.55, -1.35, 4.78, 7.88, 4.1, 9.18];
  it.each([
    ["semi-header-comma.csv", "semicolons between columns, decimal commas", ["Länge, m", "Breite, m"], LENGTH, WIDTH],
    [
      "thousand-dots.csv",
      "semicolons between columns, decimal commas, dots between thousands",
      ["preis", "flaeche"],
      [900, 917, 934, 951, 968, 985, 1002, 1019],
      [0.39, 1.6, 2.04, 1.15, 0.1, 2.01, 0.2],
    ],
    ["sep.csv", "semicolons between columns, decimal points", ["x", "y"], LENGTH.slice(0, 10), WIDTH.slice(0, 10)],
    ["crlf-header-lf-rows.csv", "commas between columns, decimal points", ["x", "y"], LENGTH, WIDTH],
    ["crlf-last-lf.csv", "commas between columns, decimal points", ["x", "y"], LENGTH, WIDTH],
    [
      "na-dot.csv",
      "commas between columns, decimal points",
      ["x", "z", "y"],
      LENGTH,
      [0.39, 1.6, 2.04, Number.NaN, 0.1],
    ],
    [
      "unicode-minus-one.csv",
      "commas between columns, decimal points",
      ["x", "z", "y"],
      [...LENGTH.slice(0, 7), -1.5, 3.46],
      [0.39, 1.6, 2.04],
    ],
  ])("%s: %s", (name, format, names, first, second) => {
    const table = fileOf(name);
    expect(describeFormat(table)).toBe(format);
    expect(doubtIn(table)).toBeNull();
    expect(table.columns.map((column) => column.name)).toEqual(names);
    expect(table.columns.map(({ kind }) => kind)).toEqual(names.map(() => "number"));
    expect(Array.from(table.columns[0]?.values.slice(0, first.length) ?? [])).toEqual(first);
    expect(Array.from(table.columns[1]?.values.slice(0, second.length) ?? [])).toEqual(second);
    expect(table.rows).toBe(name === "crlf-last-lf.csv" ? 61 : 60);
  });

  it("the last rows of crlf-last-lf.csv are two, and those of thousand-dots.csv in thousands", () => {
    expect(numbersOf(fileOf("crlf-last-lf.csv")).map((column) => column.slice(-2))).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(numbersOf(fileOf("thousand-dots.csv")).map((column) => column.slice(-2))).toEqual([
      [1886, 1903],
      [1.1, 2.35],
    ]);
  });

  it("100 columns keep names of 28 letters each", () => {
    const names = Array.from({ length: 100 }, (_, c) => `測定値の平均と標準偏差および最大値の列番号${c}`);
    const row = (i: number) => names.map((_, c) => (((i * 37 + c * 11) % 1000) / 1000).toFixed(3)).join(",");
    const table = read(`${names.join(",")}\n${Array.from({ length: 40 }, (_, i) => row(i)).join("\n")}`);
    expect(table.columns.map(({ name }) => name)).toEqual(names);
    expect(table.columns[1]?.values[1]).toBe(0.048);
    expect(doubtIn(table)).toBeNull();
  });
});

/** A header and 20 rows, the first of which are given. */
const table = (header: string, rows: readonly string[], last = rows.at(-1) ?? "") =>
  [header, ...rows, ...Array.from({ length: 20 - rows.length }, () => last)].join("\n");

describe("the delimiter and the decimal sign are those that all lines speak for", () => {
  it.each<[string, string, string, (number | string)[], string?]>([
    ["tabs and decimal commas", table("a\tb", ["1,5\t2", "3,25\t4"]), "tabs between columns, decimal commas", [1.5, 2]],
    [
      "quoted decimal commas",
      table("a,b", ['"1,5","2"', '"3,2",4']),
      "commas between columns, decimal commas",
      [1.5, 2],
    ],
    [
      "commas between thousands",
      table("a;b", ["1,234.5;2", "3;4"]),
      "semicolons between columns, decimal points, commas between thousands",
      [1234.5, 2],
    ],
    [
      "millions",
      table("a;b", ["1.234.567;2", "3;4"]),
      "semicolons between columns, whole numbers, dots between thousands",
      [1234567, 2],
    ],
    [
      "blanks and apostrophes between thousands",
      table("a;b", ["1 234,5;1'234,5", "1\u202f234,5;1’234,5"]),
      "semicolons between columns, decimal commas, blanks or apostrophes between thousands",
      [1234.5, 1234.5],
    ],
    [
      "commas in a text column",
      table("n, m;p", ["M, A;3", "O, B;4"]),
      "semicolons between columns, whole numbers",
      ["text", 3],
    ],
    [
      "semicolons in a text column",
      table("n;m,p", ["a;b,1.5", "c;d,2"]),
      "commas between columns, decimal points",
      ["text", 1.5],
    ],
    [
      "one row of the other convention, which is text",
      table("a;b", ["1,5;2,5", "1.75;2,5", "0,5;2"]),
      "semicolons between columns, decimal commas",
      ["text", 2.5],
    ],
    [
      "sep= in capitals before a name with a comma",
      table("SEP=;\na,x;b", ["1,2;3"]),
      "semicolons between columns, decimal commas",
      [1.2, 3],
    ],
    [
      "a column of the other convention, which is text",
      table("a;b;c", ["1.5;2,5;0,5"]),
      "semicolons between columns, decimal commas",
      ["text", 2.5],
    ],
  ])("%s", (_, text, format, first) => {
    const found = read(text);
    expect(describeFormat(found)).toBe(format);
    expect(doubtIn(found)).toBeNull();
    expect(
      numbersOf(found)
        .slice(0, 2)
        .map((column) => (column === "text" ? column : column[0])),
    ).toEqual(first);
  });

  it.each<[string, string, number, RegExp | null]>([
    [
      "1.234 between semicolons is decimal, with a doubt",
      table("a;b", ["1.234;2", "5.678;3"]),
      1.234,
      /"1\.234" in line 2, column 1 is read as 1\.234; .* rules out 1234\./,
    ],
    [
      "1.234 beside 900 is a thousand, with a doubt",
      table("a;b", ["900;2", "1.234;3"]),
      900,
      /read as 1234; .* rules out 1\.234\./,
    ],
    ["1.234 beside 1000 is decimal, with a doubt", table("a;b", ["1000;2", "1.234;3"]), 1000, /read as 1\.234/],
    [
      "1,234 between semicolons is decimal, with a doubt",
      table("a;b", ["1,234;2", "5,678;3"]),
      1.234,
      /read as 1\.234; .* rules out 1234\./,
    ],
    [
      "a quoted 1,234 between commas is a thousand, with a doubt",
      table("a,b", ['"1,234",2', '"5,678",3']),
      1234,
      /read as 1234/,
    ],
    ["1.234 between commas is decimal without a doubt", table("a,b", ["1.234,2", "5.678,3"]), 1.234, null],
    ["0.234 between semicolons is decimal without a doubt", table("a;b", ["0.234;2", "5.678;3"]), 0.234, null],
  ])("%s", (_, text, first, doubt) => {
    const found = read(text);
    expect(found.columns[0]?.values[0]).toBe(first);
    if (doubt) expect(doubtIn(found)?.detail).toMatch(doubt);
    else expect(doubtIn(found)).toBeNull();
  });

  it("counts every line: one cell far down settles what the first 10,000 leave open", () => {
    const rows = Array.from({ length: 10_000 }, () => "1.234;2");
    expect(read(["a;b", ...rows].join("\n")).columns[0]?.values[0]).toBe(1.234);
    const settled = read(["a;b", ...rows, "1.235;2,5"].join("\n"));
    expect(settled.columns[0]?.values[0]).toBe(1234);
    expect(doubtIn(settled)).toBeNull();
  });

  it.each([
    ["digits and a letter", `${"1".repeat(1_000_000)}x`],
    ["points", ".".repeat(1_000_000)],
    ["thousands and a letter", `${"123.".repeat(250_000)}x`],
    ["blanks between digits", `1${" ".repeat(1_000_000)}1`],
    ["an exponent and a letter", `1e${"1".repeat(1_000_000)}x`],
  ])("a cell of a million %s is text at once", (_, cell) => {
    const started = performance.now();
    expect(numbersOf(read(table("a,b", [`${cell},1`, "2,3"])))[0]).toBe("text");
    expect(performance.now() - started).toBeLessThan(3000); // backtracking takes minutes
  });
});
