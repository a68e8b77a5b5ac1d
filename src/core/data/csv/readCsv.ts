import Papa from "papaparse";
import { CSV_LIMITS, type CsvPlace } from "../../../config/experiment/csv";
import { quote } from "../../../config/experiment/notes";
import { TaskError } from "../../taskError";
import { decodeText } from "./decodeText";
import { type CsvTable, readCell, readColumn } from "./table";

const DELIMITERS = [",", ";", "\t"] as const;
const DELIMITER_NAMES = { ",": "commas", ";": "semicolons", "\t": "tabs" } as const;
type Delimiter = CsvTable["delimiter"];

/** A line of the file as its fields; `line` counts from 1 and minds line breaks inside quotes. */
interface Line {
  line: number;
  fields: string[];
}

/**
 * Reads a CSV file with a header. Throws `TaskError` with line and column of the first thing that is wrong and the remedy:
 * an empty or binary file, an unclosed quote, a missing header, rows of unequal length, too few rows, too many columns.
 */
export function readCsv(bytes: Uint8Array, file: string): CsvTable {
  const text = decodeText(bytes, file);
  const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter: "", delimitersToGuess: [...DELIMITERS] });
  const delimiter = DELIMITERS.find((one) => one === meta.delimiter) ?? ",";
  const quoting = errors.find(({ type }) => type === "Quotes");
  if (quoting) throw badQuote(file, text, quoting, data);
  const [header, ...rows] = numberLines(data, text.includes('"'));
  if (!header) throw new Error("A text that is not blank has a line."); // decodeText refuses the others
  checkHeader(file, header, delimiter);
  checkRows(file, header, rows, delimiter);
  const columns = nameColumns(header.fields).map((name, c) => {
    const placeOf = (row: number): CsvPlace => ({
      line: rows[row]?.line ?? 0,
      column: c + 1,
      text: rows[row]?.fields[c] ?? "",
    });
    const cells = rows.map(({ fields }) => fields[c] ?? "");
    return readColumn(name, cells, delimiter === ";", placeOf);
  });
  if (columns.every(({ kind }) => kind === "text")) {
    const { line = 0, column = 0, text: cell = "" } = columns[0]?.place ?? {};
    throw new TaskError(
      `${file} has no column of numbers`,
      `Line ${line}, column ${column}: ${quote(cell)} is not a number, and every other column has text too.`,
      "Keep only digits, sign, decimal point and exponent in the columns to train on.",
    );
  }
  return { file, rows: rows.length, delimiter, columns };
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
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

function checkHeader(file: string, { line, fields }: Line, delimiter: Delimiter): void {
  if (fields.length < 2) {
    throw new TaskError(
      `${file} has one column only`,
      `Line ${line}, column 1 is ${quote(fields[0])}, and nothing in the file is separated by commas, semicolons or tabs.`,
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
  const values = fields.map((field) => readCell(field, delimiter === ";"));
  const first = values.findIndex((value) => value !== undefined && !Number.isNaN(value));
  if (first < 0 || values.includes(undefined)) return;
  throw new TaskError(
    `${file} has no header`,
    `Line ${line}, column ${first + 1} is the number ${fields[first]?.trim()}, and the line has no column name.`,
    `Add a first line with ${fields.length} column names, separated by ${DELIMITER_NAMES[delimiter]}.`,
  );
}

function checkRows(file: string, header: Line, rows: readonly Line[], delimiter: Delimiter): void {
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
