import { notANumber } from "../../../config/experiment/cellLook";
import { CSV_LIMITS, type CsvChoice, type CsvColumn, defaultInputs, whyUnusable } from "../../../config/experiment/csv";
import { type Note, quote } from "../../../config/experiment/notes";
import { TaskError } from "../../taskError";
import type { CsvTable, TableColumn } from "./table";

/** The columns that train, by name, and what of the wish could not be had. */
export interface ChosenColumns {
  choice: CsvChoice & { target: string; inputs: string[] };
  /** Rows with a value in every chosen column. */
  complete: Int32Array;
  notes: Note[];
}

/**
 * The columns of a table that a choice names. Without a wish: the last column of numbers from every other one of which at
 * least half the values are there. "strict" refuses a wish that cannot be had; "lenient" (the page) goes on with a note.
 * Throws `TaskError` with the line and column of text in a chosen column, and where fewer than 20 rows are complete.
 */
export function chooseColumns(table: CsvTable, wish: CsvChoice, mode: "strict" | "lenient"): ChosenColumns {
  const notes: Note[] = [];
  const refuse = (error: TaskError, taken: string) => {
    if (mode === "strict") throw error;
    notes.push({ title: error.title, detail: `${error.detail} ${taken}`, remedy: error.remedy });
  };
  const wanted = (name: string, taken: string): TableColumn | null => {
    const problem = problemOf(table, name);
    if (problem) refuse(problem, taken);
    return problem ? null : (table.columns.find((column) => column.name === name) ?? null);
  };
  const isThere = (name: string) => {
    const isKnown = table.columns.some((column) => column.name === name);
    if (!isKnown) refuse(unknownColumn(table, name), "Nothing is left out for it.");
    return isKnown;
  };
  const usable = table.columns.filter(({ kind }) => kind === "number");
  if (usable.length < 2) throw tooFewColumns(table, usable);

  const last = usable.at(-1) as TableColumn;
  const taken = `Using ${quote(last.name)} as the target.`;
  const target = (wish.target === null ? last : wanted(wish.target, taken)) ?? last;
  const fallback = defaultInputs(table, target.name);
  const named = (wish.inputs ?? [])
    .filter((name) => name !== target.name)
    .flatMap((name) => wanted(name, "It is left out.") ?? []);
  const without = (wish.without ?? []).filter((name) => isThere(name));
  const kept = fallback.filter((name) => !without.includes(name));
  if (kept.length === 0) refuse(nothingLeft(table.file, fallback), "None is left out.");
  const others = kept.length > 0 ? kept : fallback;
  const inputs = named.length > 0 ? named : usable.filter(({ name }) => others.includes(name));
  const complete = completeRows(table, [...inputs, target]);
  if (complete.length < CSV_LIMITS.leastRows) throw tooFewRows(table, complete.length, [...inputs, target]);
  const choice = { file: table.file, target: target.name, inputs: inputs.map(({ name }) => name) };
  return { choice, complete, notes };
}

function problemOf(table: CsvTable, name: string): TaskError | null {
  const column = table.columns.find((one) => one.name === name);
  if (!column) return unknownColumn(table, name);
  if (column.kind === "number") return null;
  const { place } = column;
  if (!place || column.kind === "spread") {
    const title = `The column ${quote(name)} of ${table.file} cannot be used`;
    const remedy = place
      ? "Correct the number, or write the column in logarithms."
      : "Choose a column whose numbers differ.";
    return new TaskError(title, `It has ${whyUnusable(column)}.`, remedy);
  }
  return new TaskError(
    `The column ${quote(name)} of ${table.file} is not a column of numbers`,
    `Line ${place.line}, column ${place.column}: ${notANumber(place.text)}.`,
    "Correct the cell (empty stands for a missing value), or choose another column.",
  );
}

function unknownColumn({ file, columns }: CsvTable, name: string): TaskError {
  const names = columns.map((one) => one.name).join(", ");
  return new TaskError(`${file} has no column ${quote(name)}`, `It has: ${names}.`, "Choose one of these.");
}

function nothingLeft(file: string, usual: readonly string[]): TaskError {
  const detail = `Those that can be used are ${usual.join(", ")}.`;
  return new TaskError(`Every input of ${file} is left out`, detail, "Keep one at least.");
}

function completeRows({ rows }: CsvTable, columns: readonly TableColumn[]): Int32Array {
  const complete: number[] = [];
  for (let row = 0; row < rows; row++)
    if (columns.every(({ values }) => !Number.isNaN(values[row]))) complete.push(row);
  return Int32Array.from(complete);
}

function tooFewColumns({ file, columns }: CsvTable, usable: readonly CsvColumn[]): TaskError {
  const others = columns.filter((column) => !usable.includes(column));
  const reasons = others.map((column) => `${quote(column.name)}: ${whyUnusable(column)}`).join("; ");
  const place = others.find(({ kind }) => kind === "text")?.place;
  return new TaskError(
    `${file} has ${usable.length === 1 ? "one column" : "no column"} of numbers that differ; two are needed`,
    `${place ? `Line ${place.line}, column ${place.column} is the first with text. ` : ""}Left out: ${reasons}.`,
    "Give at least one input and a target in numbers.",
  );
}

function tooFewRows({ file }: CsvTable, found: number, columns: readonly TableColumn[]): TaskError {
  const worst = columns.reduce((most, column) => (column.missing > most.missing ? column : most));
  return new TaskError(
    `${file} has ${found} complete ${found === 1 ? "row" : "rows"} in the chosen columns`,
    `At least ${CSV_LIMITS.leastRows} are needed. Most values are missing in ${quote(worst.name)}: ${worst.missing}.`,
    "Choose fewer columns, or fill in the gaps.",
  );
}
