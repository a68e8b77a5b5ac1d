import Papa from "papaparse";
import { notANumber } from "../../../config/experiment/cellLook";
import {
  ANY_DELIMITER,
  CSV_LIMITS,
  type CsvDelimiter,
  type CsvPlace,
  DELIMITER_NAMES,
} from "../../../config/experiment/csv";
import { quote } from "../../../config/experiment/notes";
import { TaskError } from "../../taskError";
import { type DecimalSign, readCell } from "./cells";
import { decodeText } from "./decodeText";
import { type Line, type NumberEvidence, weighNumbers } from "./evidence";
import { type CsvTable, readColumn } from "./table";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** A file taken apart by one delimiter. */
interface Parsed {
  delimiter: CsvDelimiter;
  data: string[][];
  errors: Papa.ParseError[];
  header: Line;
  rows: Line[];
}

/**
 * Reads a CSV file with a header; delimiter and decimal sign are those that all its lines speak for. Throws `TaskError` with
 * line and column of the first thing that is wrong and the remedy: an empty or binary file, an unclosed quote, a missing
 * header, rows of unequal length, too few rows, too many columns.
 */
export function readCsv(bytes: Uint8Array, file: string): CsvTable {
  const text = decodeText(bytes, file).replace(/\r\n?/g, "\n"); // a file may have several kinds of line breaks
  const { parsed, decimal, numbers } = chooseFormat(text);
  const { delimiter, data, errors, header, rows } = parsed;
  const quoting = errors.find(({ type }) => type === "Quotes");
  if (quoting) throw badQuote(file, text, quoting, data);
  checkHeader(file, header, delimiter, decimal);
  checkRows(file, header, rows, delimiter);
  const columns = nameColumns(header.fields).map((name, c) => {
    const placeOf = (row: number): CsvPlace => ({
      line: rows[row]?.line ?? 0,
      column: c + 1,
      text: rows[row]?.fields[c] ?? "",
    });
    const cells = rows.map(({ fields }) => fields[c] ?? "");
    return readColumn(name, cells, decimal, placeOf);
  });
  if (columns.every(({ kind }) => kind === "text")) {
    const { line = 0, column = 0, text: cell = "" } = columns[0]?.place ?? {};
    throw new TaskError(
      `${file} has no column of numbers`,
      `Line ${line}, column ${column}: ${notANumber(cell)}, and every other column has text too.`,
      "Keep only digits, sign, decimal point and exponent in the columns to train on.",
    );
  }
  return { file, rows: rows.length, delimiter, numbers, columns, lines: Int32Array.from(rows, ({ line }) => line) };
}

/**
 * Of all delimiters the one with most rows as long as the header and most cells that are numbers, over all lines; a first
 * line "sep=;" names it. A delimiter that the header does not have is none.
 */
function chooseFormat(text: string): { parsed: Parsed } & NumberEvidence {
  const named = DELIMITERS.find((one) => one === NAMED.exec(text)?.[1]);
  const candidates = named ? [named] : DELIMITERS.filter((one) => mayDivide(text, one));
  const read = (candidates.length > 0 ? candidates : [DELIMITERS[0]]).map((delimiter) => {
    const parsed = parseWith(text, delimiter);
    const { header, rows } = parsed;
    const even = rows.filter(({ fields }) => fields.length === header.fields.length).length;
    const evidence = weighNumbers(rows, delimiter);
    const consistency = header.fields.length < 2 ? 0 : even / Math.max(1, rows.length);
    return { parsed, ...evidence, score: consistency * (TEXT_WEIGHT + evidence.share) };
  });
  // where no row fits, the delimiter that the header has most of: its message names the first row that does not
  return read.reduce((best, one) => {
    const isWider = one.score === best.score && one.parsed.header.fields.length > best.parsed.header.fields.length;
    return one.score > best.score || isWider ? one : best;
  });
}

/** Excel's first line, which names the delimiter. */
const NAMED = /^\s*"?sep=([,;\t|])"?[ \t]*(?:\n|$)/i;
const ANY_NAMED = /^\s*"?sep=[^\n]?"?[ \t]*(?:\n|$)/i;
/** What a row as long as the header counts beside its numbers: a table of text alone still has its delimiter. */
const TEXT_WEIGHT = 0.1;

/** Whether a header can be divided so: without quotes it ends at the first line break, and must hold the delimiter. */
function mayDivide(text: string, delimiter: CsvDelimiter): boolean {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  const first = end < 0 ? start : start.slice(0, end);
  return text.includes(delimiter) && (first.includes(delimiter) || first.includes('"'));
}

function parseWith(text: string, delimiter: CsvDelimiter): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const lines = numberLines(data, text.includes('"'));
  const [header, ...rows] = ANY_NAMED.test(text) ? lines.slice(1) : lines;
  return { delimiter, data, errors, header: header ?? { line: 1, fields: [""] }, rows };
}

function breaksIn(text: string): number {
  return text.split("\n").length - 1;
}

/** Lines that are not blank, with their numbers. Only where there are quotes can a field hold a line break. */
function numberLines(data: readonly string[][], hasQuotes: boolean): Line[] {
  let line = 1;
  return data.flatMap((fields) => {
    const start = line;
    if (hasQuotes) for (const field of fields) line += breaksIn(field);
    line += 1;
    return fields.length === 1 && fields[0]?.trim() === "" ? [] : [{ line: start, fields }];
  });
}

function badQuote(file: string, text: string, { index, row, code }: Papa.ParseError, data: string[][]): TaskError {
  const line = 1 + breaksIn(text.slice(0, index ?? 0));
  const column = data[row ?? 0]?.length ?? 1;
  const what = code === "MissingQuotes" ? "opens a quote that is never closed" : "has text behind a closing quote";
  return new TaskError(
    `${file} cannot be read: line ${line}, column ${column} ${what}`,
    "A field that starts with a quotation mark ends at the next one; a mark inside it is written twice.",
    "Close the quote, or double the mark inside the field.",
  );
}

function checkHeader(file: string, { line, fields }: Line, delimiter: CsvDelimiter, decimal: DecimalSign): void {
  if (fields.length < 2) {
    throw new TaskError(
      `${file} has one column only`,
      `Line ${line}, column 1 is ${quote(fields[0])}, and nothing in the file is separated by ${ANY_DELIMITER}.`,
      "Give at least two columns: one or more inputs and a target.",
    );
  }
  if (fields.length > CSV_LIMITS.columns) {
    throw new TaskError(
      `${file} has ${fields.length} columns`,
      `At most ${CSV_LIMITS.columns} can be used; column ${CSV_LIMITS.columns + 1} of line ${line} is ${quote(fields[CSV_LIMITS.columns])}.`,
      "Delete columns that are not needed.",
    );
  }
  const values = fields.map((field) => readCell(field, decimal));
  const first = values.findIndex((value) => value !== undefined && !Number.isNaN(value));
  if (first < 0 || values.includes(undefined)) return;
  throw new TaskError(
    `${file} has no header`,
    `Line ${line}, column ${first + 1} is the number ${fields[first]?.trim()}, and the line has no column name.`,
    `Add a first line with ${fields.length} column names, separated by ${DELIMITER_NAMES[delimiter]}.`,
  );
}

function checkRows(file: string, header: Line, rows: readonly Line[], delimiter: CsvDelimiter): void {
  const wanted = header.fields.length;
  const ragged = rows.find(({ fields }) => fields.length !== wanted);
  if (ragged) {
    const { line, fields } = ragged;
    const column = Math.min(wanted, fields.length) + 1;
    const what = fields.length < wanted ? `column ${column} is missing` : `column ${column} has no name`;
    throw new TaskError(
      `${file} cannot be read: line ${line}, ${what}`,
      `That line has ${fields.length} ${fields.length === 1 ? "field" : "fields"} separated by ${DELIMITER_NAMES[delimiter]}; the header in line ${header.line} has ${wanted}.`,
      "Give every line as many fields as the header, and quote fields that hold the separator.",
    );
  }
  if (rows.length >= CSV_LIMITS.leastRows) return;
  throw new TaskError(
    `${file} has ${rows.length} ${rows.length === 1 ? "row" : "rows"} below its header`,
    `At least ${CSV_LIMITS.leastRows} are needed to train on four fifths and test on the rest; the last is line ${(rows.at(-1) ?? header).line}.`,
    "Add rows.",
  );
}

/** The header's names; one without a name is called after its place, a second one of a name is told apart by its count. */
function nameColumns(header: readonly string[]): string[] {
  const names: string[] = [];
  header.forEach((field, c) => {
    const own = field.trim() || `column ${c + 1}`;
    let name = own;
    for (let count = 2; names.includes(name); count++) name = `${own} (${count})`;
    names.push(name);
  });
  return names;
}
