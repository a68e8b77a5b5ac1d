import type { CsvColumn, CsvPlace, CsvSummary } from "../../../config/experiment/csv";

/** A column of numbers, or why it is none. */
export interface TableColumn extends CsvColumn {
  /** One for each data row, NaN where missing; empty for a column of text. */
  values: Float64Array;
}

/** A file in memory. */
export interface CsvTable extends CsvSummary {
  columns: readonly TableColumn[];
}

/** Cells that stand for no value, in lower case. */
const MISSING = new Set(["", "na", "n/a", "nan", "null", "none", "missing", "?", "-"]);
// Each digit has one place in these: where two parts may both take it, a long cell is tried in every division.
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const WITH_COMMA = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i;

/**
 * The number of a cell, NaN where it stands for no value, undefined where it is text. Between semicolons a comma may be the
 * decimal sign. Numbers too large for float64 are text.
 */
export function readCell(cell: string, hasDecimalComma: boolean): number | undefined {
  const text = cell.trim();
  const isPlain = NUMBER.test(text);
  if (!isPlain && MISSING.has(text.toLowerCase())) return Number.NaN;
  if (!isPlain && !(hasDecimalComma && WITH_COMMA.test(text))) return undefined;
  const value = Number(isPlain ? text : text.replace(",", "."));
  return Number.isFinite(value) ? value : undefined;
}

/** A column's kind and numbers from its cells; `placeOf` finds a row's cell in the file. */
export function readColumn(
  name: string,
  cells: readonly string[],
  hasDecimalComma: boolean,
  placeOf: (row: number) => CsvPlace,
): TableColumn {
  const values = new Float64Array(cells.length);
  let missing = 0;
  let place: CsvPlace | null = null;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  cells.forEach((cell, row) => {
    const value = readCell(cell, hasDecimalComma);
    values[row] = value ?? Number.NaN;
    if (value === undefined) place ??= placeOf(row);
    else if (Number.isNaN(value)) missing += 1;
    else {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  });
  if (place !== null) return { name, kind: "text", missing, place, values: new Float64Array(0) };
  const kind = missing === cells.length ? "empty" : min === max ? "constant" : "number";
  return { name, kind, missing, place: null, values };
}

/** A table as the page may know it: without its numbers. */
export function summaryOf({ file, rows, delimiter, columns }: CsvTable): CsvSummary {
  return {
    file,
    rows,
    delimiter,
    columns: columns.map(({ name, kind, missing, place }) => ({ name, kind, missing, place })),
  };
}
