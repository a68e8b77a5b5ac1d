import type { CsvColumn, CsvPlace, CsvSummary } from "../../../config/experiment/csv";
import { type DecimalSign, readCell } from "./cells";
import { farthestRow } from "./spread";

/** A column of numbers, or why it is none. */
export interface TableColumn extends CsvColumn {
  /** One for each data row, NaN where missing; empty for a column of text. */
  values: Float64Array;
}

/** A file in memory. */
export interface CsvTable extends CsvSummary {
  columns: readonly TableColumn[];
  /** The line of the file that each row begins in, from 1. */
  lines: Int32Array;
}

/** A column's kind and numbers from its cells; `placeOf` finds a row's cell in the file. */
export function readColumn(
  name: string,
  cells: readonly string[],
  decimal: DecimalSign,
  placeOf: (row: number) => CsvPlace,
): TableColumn {
  const values = new Float64Array(cells.length);
  let missing = 0;
  let place: CsvPlace | null = null;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  cells.forEach((cell, row) => {
    const value = readCell(cell, decimal);
    values[row] = value ?? Number.NaN;
    if (value === undefined) place ??= placeOf(row);
    else if (Number.isNaN(value)) missing += 1;
    else {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  });
  if (place !== null) return { name, kind: "text", missing, place, values: new Float64Array(0) };
  if (missing === cells.length || min === max)
    return { name, kind: missing === cells.length ? "empty" : "constant", missing, place: null, values };
  const far = farthestRow(values);
  return { name, kind: far === null ? "number" : "spread", missing, place: far === null ? null : placeOf(far), values };
}

/** A table as the page may know it: without its numbers. */
export function summaryOf({ file, rows, delimiter, numbers, columns }: CsvTable): CsvSummary {
  return {
    file,
    rows,
    delimiter,
    numbers,
    columns: columns.map(({ name, kind, missing, place }) => ({ name, kind, missing, place })),
  };
}
