import { lookOf } from "./cellLook";
import { isRecord, type Report } from "./checks";
import { type Note, quote } from "./notes";

/** Which columns of a file train the task `csv`. Holds names only: a file's contents never enter a config or a link. */
export interface CsvChoice {
  /** Name of the file without its folder; "" where none is named. */
  file: string;
  /** null: the last column of numbers. */
  target: string | null;
  /** null: every other column that can be used. */
  inputs: string[] | null;
  /** Columns left out of those, until the file is read; none beside `inputs`. */
  without?: string[] | undefined;
}

/** What a file may be; checked where it is read. */
export const CSV_LIMITS = {
  /** Larger files are refused before they are read. */
  bytes: 64 * 1024 * 1024,
  columns: 100,
  /** Of more complete rows the seed draws so many. */
  rows: 20_000,
  /** Fewest complete rows that can be split and learned from. */
  leastRows: 20,
  /** Columns with a larger share of missing values are no inputs unless they are chosen. */
  missingShare: 0.5,
} as const;

/** A cell as a person finds it: lines and columns count from 1, and the header's line counts. */
export interface CsvPlace {
  line: number;
  column: number;
  text: string;
}

/** A column of a file. Only those of kind "number" can be chosen. */
export interface CsvColumn {
  name: string;
  /** "spread": numbers that single precision, which trains, takes for one another. */
  kind: "number" | "text" | "constant" | "empty" | "spread";
  /** Cells without a value. */
  missing: number;
  /** "text": the first cell that is no number; "spread": the number farthest from the others. */
  place: CsvPlace | null;
}

/** What a file's numbers are written with, as its cells show. */
export interface CsvNumbers {
  /** null: every number is whole. */
  decimal: "." | "," | null;
  /** Signs between thousands, a blank for every kind of blank. */
  between: readonly string[];
  /** The first cell that could be another number, where no cell of the file settles it: what it is read as, and what not. */
  doubt: (CsvPlace & { taken: number; other: number }) | null;
}

/** What stands between the columns of a file. */
export type CsvDelimiter = "," | ";" | "\t" | "|";

/** A file as the page knows it. */
export interface CsvSummary {
  file: string;
  /** Data rows, the header aside. */
  rows: number;
  delimiter: CsvDelimiter;
  numbers: CsvNumbers;
  columns: readonly CsvColumn[];
}

/** What became of a file's rows in a task. */
export interface CsvUse {
  target: string;
  inputs: readonly string[];
  trainCount: number;
  testCount: number;
  /** Rows dropped for a missing value in a chosen column. */
  dropped: number;
  /** Complete rows beyond `CSV_LIMITS.rows`. */
  leftOut: number;
  /** Of the target over the training rows, in its own unit: an RMSE of 1 is one deviation. */
  mean: number;
  deviation: number;
}

/** Signs of a file by their names, as sentences about it use them. */
export const DELIMITER_NAMES: Record<CsvDelimiter, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
};
/** "commas, semicolons, tabs or vertical bars" */
export const ANY_DELIMITER = Object.values(DELIMITER_NAMES)
  .join(", ")
  .replace(/, ([^,]*)$/, " or $1");
const BETWEEN_NAMES: Record<string, string> = { ".": "dots", ",": "commas", " ": "blanks", "'": "apostrophes" };

/** "semicolons between columns, decimal commas, dots between thousands" */
export function describeFormat({
  delimiter,
  numbers: { decimal, between },
}: Pick<CsvSummary, "delimiter" | "numbers">) {
  const thousands = between.map((sign) => BETWEEN_NAMES[sign] ?? quote(sign)).join(" or ");
  return [
    `${DELIMITER_NAMES[delimiter]} between columns`,
    decimal === null ? "whole numbers" : decimal === "." ? "decimal points" : "decimal commas",
    ...(thousands === "" ? [] : [`${thousands} between thousands`]),
  ].join(", ");
}

/** What could be read in two ways, in a file that does not settle it. */
export function doubtIn({ file, numbers: { doubt } }: Pick<CsvSummary, "file" | "numbers">): Note | null {
  if (!doubt) return null;
  const { line, column, text, taken, other } = doubt;
  return {
    title: `The numbers of ${file} can be read in two ways`,
    detail: `${quote(text)} in line ${line}, column ${column} is read as ${taken}; nothing in the file rules out ${other}.`,
    remedy: "One number that can be read in one way only, such as 0.5 or 0,5, settles it.",
  };
}

/** Why a column is not offered as input or target, "" where it is. */
export function whyUnusable({ kind, place }: CsvColumn): string {
  const at = place ? ` in line ${place.line}, column ${place.column}` : "";
  if (kind === "text") return place ? `${lookOf(place.text)} ${quote(place.text)}${at}` : "text";
  if (kind === "spread")
    return `numbers too far apart: beside ${place?.text ?? "one of them"}${at} single precision takes most others for the same`;
  if (kind === "constant") return "the same number in every row";
  return kind === "empty" ? "no values" : "";
}

/**
 * The inputs where none are chosen: every other column of numbers of which at least half the values are there, or all of
 * them where there is no such column.
 */
export function defaultInputs({ rows, columns }: Pick<CsvSummary, "rows" | "columns">, target: string): string[] {
  const others = columns.filter(({ name, kind }) => kind === "number" && name !== target);
  const full = others.filter(({ missing }) => missing <= CSV_LIMITS.missingShare * rows);
  return (full.length > 0 ? full : others).map(({ name }) => name);
}

/** What of a file is not trained on, each with its reason; "" where all is. `inputs` null: none were chosen. */
export function leftOutOf(
  file: Pick<CsvSummary, "rows" | "columns">,
  { target, inputs }: Omit<CsvChoice, "file">,
): string {
  const usual = defaultInputs(file, target ?? "");
  const reasons = file.columns.flatMap((column) => {
    const { name, kind, missing } = column;
    if (kind !== "number") return [`${name} (${whyUnusable(column)})`];
    const isSparse = inputs === null && name !== target && !usual.includes(name);
    return isSparse ? [`${name} (no value in ${missing} of ${file.rows} rows)`] : [];
  });
  return reasons.length === 0 ? "" : `Left out: ${reasons.join(", ")}.`;
}

/** A choice that names what is left out, as the inputs that it comes to in this file. */
export function settledChoice(
  file: Pick<CsvSummary, "rows" | "columns">,
  { without, ...choice }: CsvChoice,
): CsvChoice {
  if (!without) return choice;
  const target = choice.target ?? file.columns.findLast(({ kind }) => kind === "number")?.name ?? "";
  const inputs = defaultInputs(file, target).filter((name) => !without.includes(name));
  return { ...choice, inputs: inputs.length > 0 ? inputs : null };
}

/** Names as a link and the command line hold them: separated by commas, a comma inside a name as %2C. */
export function formatNames(names: readonly string[]): string {
  return names.map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

/** The names that `formatNames` wrote. */
export function parseNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim().replaceAll("%2C", ",").replaceAll("%25", "%"));
  return names.filter((name) => name !== "");
}

const CHOICE_FIELDS = ["file", "target", "inputs", "without"];

/** A config's choice of columns; what does not fit is reported and left to the file. Names are checked against it later. */
export function readCsvChoice(value: unknown, report: Report): CsvChoice {
  if (value === undefined) return { file: "", target: null, inputs: null };
  const raw = isRecord(value) ? value : {};
  const { file, target, inputs, without } = raw;
  const isText = (one: unknown) => typeof one === "string" && one !== "";
  const namesIn = (list: unknown) =>
    Array.isArray(list) && list.length > 0 && list.every(isText) ? [...new Set(list.map(String))] : null;
  const [chosen, leftOut] = [namesIn(inputs), namesIn(without)];
  const isWhole =
    isRecord(value) &&
    Object.keys(value).every((key) => CHOICE_FIELDS.includes(key)) &&
    (file === undefined || typeof file === "string") &&
    (target === undefined || target === null || isText(target)) &&
    (inputs === undefined || inputs === null || chosen !== null) &&
    (without === undefined || without === null || (leftOut !== null && chosen === null));
  if (!isWhole) {
    report({
      title: `csv is ${quote(value)}`,
      allowed:
        'Allowed: an object such as {"file": "houses.csv", "target": "price", "inputs": ["rooms", "age"]}, or "without" in place of "inputs".',
      taken: "Using what fits of it.",
      remedy: "Name the columns as the file's header does.",
    });
  }
  return {
    file: typeof file === "string" ? file : "",
    target: isText(target) ? String(target) : null,
    inputs: chosen,
    ...(leftOut !== null && chosen === null ? { without: leftOut } : {}),
  };
}
