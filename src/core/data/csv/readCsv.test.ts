import { describe, expect, it } from "vitest";
import { TaskError } from "../../taskError";
import { readCsv } from "./readCsv";

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(encode(text), "t.csv");
/** So many rows that a file is long enough, each the same but for its first number. */
const rows = (row: (i: number) => string, count = 20) => Array.from({ length: count }, (_, i) => row(i)).join("\n");
const kindsOf = ({ columns }: ReturnType<typeof read>) => columns.map(({ name, kind }) => `${name}: ${kind}`);

function errorOf(bytes: Uint8Array): TaskError {
  try {
    readCsv(bytes, "t.csv");
  } catch (error) {
    expect(error).toBeInstanceOf(TaskError);
    return error as TaskError;
  }
  throw new Error("The file was read.");
}

describe("a table", () => {
  it.each([
    [",", `a,b\n${rows((i) => `${i},0.5e1`)}`],
    [";", `a;b\r\n${rows((i) => `${i};5`).replaceAll("\n", "\r\n")}\r\n`],
    ["\t", `a\tb\n${rows((i) => `${i}\t+5.`)}\n\n`],
  ] as const)("is read with %j between its fields, whatever its line breaks", (delimiter, text) => {
    const table = read(text);
    expect(table).toMatchObject({ file: "t.csv", delimiter, rows: 20 });
    expect(kindsOf(table)).toEqual(["a: number", "b: constant"]);
    expect(table.columns[0]?.values).toEqual(Float64Array.from({ length: 20 }, (_, i) => i));
    expect(table.columns[1]?.values[19]).toBe(5);
  });

  it("has decimal commas where its cells say so", () => {
    expect(read(`a;b\n${rows((i) => `${i},25;-,5e1`)}`).columns.map(({ values }) => values[3])).toEqual([3.25, -5]);
    expect(kindsOf(read(`a\tb\n${rows((i) => `${i},25\t${i}`)}`))).toEqual(["a: number", "b: number"]);
  });

  it.each(["", "NA", " n/a ", "NaN", "null", "None", "?", "-", "."])("counts %j as a missing value", (cell) => {
    const { columns } = read(`a,b,c\n${rows((i) => `${i},${i === 3 ? cell : i},${cell}`)}`);
    expect(columns.map(({ kind, missing }) => [kind, missing])).toEqual([
      ["number", 0],
      ["number", 1],
      ["empty", 20],
    ]);
    expect(columns[1]?.values[3]).toBeNaN();
  });

  it("names the first text of a column by line and column, minding breaks inside quotes and blank lines", () => {
    const { columns } = read(`a,"the\nname"\n\n1,"two\r\nlines"\n${rows((i) => `${i},x${i}`)}`);
    expect(columns[1]).toMatchObject({ name: "the\nname", kind: "text", place: { line: 4, column: 2 } });
    const late = read(`a,b\n1,"2"\n\n${rows((i) => `${i},${i === 19 ? "1e999" : i}`)}`);
    expect(late.columns[1]?.place).toEqual({ line: 23, column: 2, text: "1e999" }); // no finite number
  });

  it("gives every column a name of its own", () => {
    expect(read(`x,x,,x\n${rows((i) => `${i},${i},${i},${i}`)}`).columns.map(({ name }) => name)).toEqual([
      "x",
      "x (2)",
      "column 3",
      "x (3)",
    ]);
  });

  it("is read from UTF-8 and UTF-16, with and without their marks, and from Windows-1252", () => {
    const text = `größe,b\n${rows((i) => `${i},${i}`)}`;
    const wide = (value: string, isLittle: boolean) => {
      const bytes = new Uint8Array(2 * value.length);
      for (let i = 0; i < value.length; i++) new DataView(bytes.buffer).setUint16(2 * i, value.charCodeAt(i), isLittle);
      return bytes;
    };
    const western = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const utf16 = [text, `\ufeff${text}`].flatMap((value) => [wide(value, true), wide(value, false)]);
    for (const bytes of [encode(text), encode(`\ufeff${text}`), ...utf16, western])
      expect(readCsv(bytes, "t.csv").columns[0]?.name).toBe("größe");
    const far = `測定値,平均\n${rows((i) => `${i},${i}`)}`;
    expect(readCsv(wide(far, true), "t.csv").columns[1]?.name).toBe("平均");
  });

  it("may have 100 columns and more than 20,000 rows", () => {
    const wide = Array.from({ length: 100 }, (_, c) => c);
    expect(read(`${wide.map((c) => `c${c}`)}\n${rows((i) => `${wide.map((c) => i + c)}`)}`).columns).toHaveLength(100);
    expect(read(`a,b\n${rows((i) => `${i},${i}`, 20_001)}`).rows).toBe(20_001);
  });
});

describe("a bad file is refused with line, column and remedy:", () => {
  const good = rows((i) => `${i},${i}`);
  it.each<[string, string, RegExp]>([
    ["nothing in it", "", /t\.csv is empty.*Choose a file with data/],
    ["blank lines only", " \n\n", /t\.csv is empty/],
    ["a header only", "a,b\n", /has 0 rows below its header.*the last is line 1\. Add rows/],
    ["few rows", `a,b\n${rows((i) => `${i},1`, 19)}`, /has 19 rows .*At least 20.*line 20/],
    [
      "a short row",
      `a,b\n1,2\n3\n${good}`,
      /line 3, column 2 is missing.*has 1 field separated by commas.*line 1 has 2/,
    ],
    [
      "a long row",
      `\na;b\n1;2\n1;2;3\n${good.replaceAll(",", ";")}`,
      /line 4, column 3 has no name.*has 3 fields.*semicolons.*line 2 has 2/,
    ],
    [
      "an open quote",
      `a,b\n1,2\n3,"4\n${good}`,
      /line 3, column 2 opens a quote that is never closed.*Close the quote/,
    ],
    [
      "a stray quote",
      `a,b\n1,2\n"3" x,4\n${good}`,
      /line 3, column 1 has text behind a closing quote.*double the mark/,
    ],
    ["no header", `\n,8.5,2\n${good}`, /has no header\. Line 2, column 2 is the number 8\.5.*first line with 3 column/],
    ["one column", `a\n${rows(String)}`, /one column only\. Line 1, column 1 is "a"/],
    ["text alone", `a,b\n${rows((i) => `x${i},y`)}`, /no column of numbers\. Line 2, column 1: "x0" is not a number/],
    [
      "101 columns",
      `${Array.from({ length: 101 }, (_, c) => `c${c}`)}\n`,
      /101 columns.*At most 100.*column 101 of line 1 is "c100".*Delete columns/,
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(encode(text)).message.replaceAll("\n", " ")).toMatch(message);
  });

  it.each<[string, number[], RegExp]>([
    [
      "a spreadsheet",
      [0x50, 0x4b, 3, 4, 20, 0],
      /not a text file\. It is a zip archive or a spreadsheet.*Save the sheet/,
    ],
    ["a gzip file", [0x1f, 0x8b, 8, 0], /compressed with gzip.*Unpack/],
    ["binary", [97, 44, 98, 10, 49, 0], /not a text file\. Line 2 holds a zero byte \(at byte 6/],
    ["zeros", [0, 0, 0, 0, 0, 0], /not a text file\. Line 1 holds a zero byte \(at byte 1/],
  ])("%s", (_, bytes, message) => {
    expect(errorOf(Uint8Array.from(bytes)).message).toMatch(message);
  });
});
