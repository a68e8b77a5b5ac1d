import { describe, expect, it } from "vitest";
import { describeFormat, doubtIn, leftOutOf } from "../../../config/experiment/csv";
import { chooseColumns } from "./chooseColumns";
import { readCsv } from "./readCsv";

const read = (text: string) => readCsv(new TextEncoder().encode(text), "t.csv");
/** A header and 20 rows: each cell in turn, with the row's number behind it. */
const withCells = (cells: readonly string[], between = ";") =>
  [`a${between}b`, ...Array.from({ length: 20 }, (_, i) => `${cells[i % cells.length]}${between}${i}`)].join("\n");
/** The same behind a column n of numbers. */
const behindNumbers = (cells: readonly string[]) =>
  withCells(cells)
    .split("\n")
    .map((line, i) => `${i === 0 ? "n" : i * i};${line}`)
    .join("\n");
const first = (text: string) => Array.from(read(text).columns[0]?.values ?? []);

describe("line breaks", () => {
  const breaks = { LF: "\n", CRLF: "\r\n", CR: "\r" };
  const names = Object.keys(breaks) as (keyof typeof breaks)[];
  it.each(names.flatMap((header) => names.flatMap((rows) => names.map((last) => [header, rows, last] as const))))(
    "%s behind the header, %s between rows and %s at the end give 20 rows",
    (header, rows, last) => {
      const lines = Array.from({ length: 20 }, (_, i) => `${i},${i % 3 === 0 ? '"2"' : 2.5}`);
      const found = read(`x,y${breaks[header]}${lines.join(breaks[rows])}${breaks[last]}`);
      expect([found.rows, found.columns.map(({ name }) => name)]).toEqual([20, ["x", "y"]]);
      expect(found.columns.map(({ values }) => values.at(-1))).toEqual([19, 2.5]);
      expect(Array.from(found.lines)).toEqual(lines.map((_, i) => i + 2));
    },
  );
});

describe("a number is read as it is written", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["quoted decimal commas", ['"-5,00"', '"-8,97"'], [-5, -8.97]],
    ["the minus of typesetters", ["−1.5", "−0.25e−2"], [-1.5, -0.0025]],
    ["plus signs", ["+1.5", "+2e+1"], [1.5, 20]],
    [
      "thin, narrow and hard blanks between thousands",
      ["1\u2009234,5", "1\u202f234,5", "1\u00a0234,5"],
      [1234.5, 1234.5, 1234.5],
    ],
    ["apostrophes between thousands", ["1'234'567.5", "1’234.5"], [1234567.5, 1234.5]],
    ["leading zeros and bare points", ["007", ".5", "5."], [7, 0.5, 5]],
    ["the ends of double precision", ["1e308", "-1.7e308", "1e307"], [1e308, -1.7e308, 1e307]],
    ["subnormal numbers", ["1e-310", "4e-310", "5e-324"], [1e-310, 4e-310, 5e-324]],
  ])("%s", (_, cells, values) => {
    expect(first(withCells(cells)).slice(0, values.length)).toEqual(values);
  });

  it.each(["", "NA", "n/a", "#N/A", "<NA>", "NaN", "null", "None", "-", "−", "?", "."])("%j is a gap", (cell) => {
    expect(first(withCells([cell, "1.5", "2"])).slice(0, 3)).toEqual([Number.NaN, 1.5, 2]);
  });

  it.each<[string, string, string]>([
    ["a byte order mark", `\ufeff${withCells(["1.5", "2"])}`, "semicolons between columns, decimal points"],
    ["tabs", withCells(["1.5", "2"], "\t"), "tabs between columns, decimal points"],
    ["vertical bars", withCells(["1,5", "2"], "|"), "vertical bars between columns, decimal commas"],
    [
      "sep=| before vertical bars",
      `sep=|\n${withCells(["1.5", "2"], "|")}`,
      "vertical bars between columns, decimal points",
    ],
    [
      "a mark and a quoted sep=;",
      `\ufeff"sep=;"\r\n${withCells(["1.5", "2"])}`,
      "semicolons between columns, decimal points",
    ],
  ])("behind %s", (_, text, format) => {
    const found = read(text);
    expect([describeFormat(found), found.columns.map(({ name }) => name)]).toEqual([format, ["a", "b"]]);
    expect(found.columns[0]?.values.slice(0, 2)).toEqual(Float64Array.of(1.5, 2));
  });

  it.each<[string, string, number]>([
    ["between semicolons", withCells(["1,100", "1,200"]), 1.1],
    ["between tabs", withCells(["1,100", "1,200"], "\t"), 1.1],
    ["between vertical bars", withCells(["1,100", "1,200"], "|"), 1.1],
    ["beside numbers below a thousand", withCells(["1,100", "900"]), 1100],
    ["in quotes between commas", withCells(['"1,100"', '"1,200"'], ","), 1100],
  ])("1,100 %s is never taken without a word", (_, text, taken) => {
    const found = read(text);
    expect(found.columns[0]?.values[0]).toBe(taken);
    expect(doubtIn(found)?.detail).toBe(
      `"1,100" in line 2, column 1 is read as ${taken}; nothing in the file rules out ${taken === 1.1 ? 1100 : 1.1}.`,
    );
  });
});

describe("what is not understood is said with line, column and what it looks like:", () => {
  it.each([
    ["2024-03-01", "date"],
    ["1.3.2024", "date"],
    ["03/01/24", "date"],
    ["2024-03-01T12:30:00Z", "date"],
    ["1 March 2024", "date"],
    ["Mar 1, 2024", "date"],
    ["12:30", "time"],
    ["12:30:01.5 pm", "time"],
    ["5 %", "percentage"],
    ["-0.5%", "percentage"],
    ["$5", "amount of money"],
    ["-$1,200.50", "amount of money"],
    ["5,00 €", "amount of money"],
    ["CHF 12.50", "amount of money"],
    ["12.50 EUR", "amount of money"],
    ["１２３", "number in digits of another script"],
    ["٣", "number in digits of another script"],
    ["–5", "number behind another dash than a minus"],
    ["－5", "number behind another dash than a minus"],
    ["(5)", "number in brackets"],
    ["1e999", "number beyond double precision"],
    ["1e-400", "number beyond double precision"],
    ["1,00,000.5", "number written in another way"],
    ["5-", "number written in another way"],
    ["5 kg", "number with a unit"],
    ["12°C", "number with a unit"],
    ["house 5", "text"],
    ["true", "text"],
    ["0x10", "text"],
    ["inf", "text"],
  ])("%s is a %s", (cell, look) => {
    const found = read(behindNumbers(["1", "2", cell]));
    const said = leftOutOf(found, { target: "b", inputs: null });
    expect(said).toContain(`a (${look} "${cell}" in line 4, column 2)`);
    const wish = { file: "t.csv", target: "a", inputs: null };
    const article = look === "text" ? "is" : `is ${look.startsWith("a") ? "an" : "a"} ${look},`;
    expect(() => chooseColumns(found, wish, "strict")).toThrow(`Line 4, column 2: "${cell}" ${article}`);
  });

  it("a column of which few values are there is left out by name where none are chosen", () => {
    const gaps = read(`n;a;b\n${Array.from({ length: 40 }, (_, i) => `${i};${i > 10 ? "" : i};${i}`).join("\n")}`);
    expect(leftOutOf(gaps, { target: "b", inputs: null })).toBe("Left out: a (no value in 29 of 40 rows).");
    expect(leftOutOf(gaps, { target: "b", inputs: ["n"] })).toBe("");
    expect(leftOutOf(gaps, { target: "a", inputs: null })).toBe("");
  });
});

describe("numbers that single precision takes for one another", () => {
  const column = (cells: readonly (number | string)[]) => read(`${withCells(cells.map(String))}`).columns[0];
  it.each<[string, readonly (number | string)[], string]>([
    ["one 1e308 among small ones", [1, 2, 3, 4, 5, 6, 7, "1e308"], "1e308"],
    ["1e308 beside a yes and no", [0, 1, 0, "1e308"], "1e308"],
    ["one -1e200", [1, 2, 3, 4, 5, 6, 7, "-1e200", 8], "-1e200"],
    ["both ends", ["-1e308", 1, 2, 3, 4, 5, "1e308"], "-1e308"],
    ["powers of ten over 200 decades", Array.from({ length: 20 }, (_, i) => `1e${10 * i - 100}`), "1e90"],
  ])("are named with the farthest of them: %s", (_, cells, far) => {
    const found = column(cells);
    expect(found).toMatchObject({ kind: "spread", place: { column: 1, text: far } });
    expect(found?.place?.line).toBe(2 + cells.map(String).indexOf(far));
  });

  it.each<[string, readonly (number | string)[]]>([
    ["all tiny", ["1e-200", "2e-200", "3e-200"]],
    ["all huge, of both signs", ["1e308", "-1e308", "0.5e308"]],
    ["six decades", [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]],
    ["one a million times the others", [1, 2, 3, 4, 5, 6, 7, 8, 9, 1e6]],
    ["large and close", [1_700_000_000, 1_700_000_060, 1_700_000_120]],
    ["two values", [1, 1e300]],
  ])("are not: %s", (_, cells) => {
    expect(column(cells)?.kind).toBe("number");
  });

  it("are left out where none are chosen, and refused by name where they are", () => {
    const found = read(behindNumbers(["1", "2", "3", "1e308"]));
    const { choice } = chooseColumns(found, { file: "t.csv", target: null, inputs: null }, "strict");
    expect(choice).toMatchObject({ target: "b", inputs: ["n"] });
    const why =
      /"a" of t\.csv cannot be used\. It has numbers too far apart: beside 1e308 in line 5, column 2 single precision .* logarithms/;
    expect(() => chooseColumns(found, { file: "t.csv", target: "a", inputs: null }, "strict")).toThrow(why);
  });

  it("are found in a large file by a sample, the ends always in it", () => {
    const long = `a;b\n${Array.from({ length: 9001 }, (_, i) => `${i === 4321 ? "1e300" : i % 100};${i}`).join("\n")}`;
    expect(read(long).columns[0]).toMatchObject({ kind: "spread", place: { line: 4323, text: "1e300" } });
  });
});
