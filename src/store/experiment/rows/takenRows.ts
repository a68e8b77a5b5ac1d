import type { ColumnName } from "../../../config/tables/metrics";
import { type ColumnLog, cell, columnValues, rowOfStep } from "../columns";

/** How many rows the log has had, those among them that are no longer in memory. */
export const rowsTaken = ({ length, thinned }: ColumnLog): number =>
  thinned ? length - thinned.rows + thinned.of : length;

/** Value of a column in a step, null where no row of that very step is in memory. */
export function valueAtStep(log: ColumnLog, column: ColumnName, step: number): number | null {
  const row = rowOfStep(log, step);
  return cell(log, "step", row) === step ? cell(log, column, row) : null;
}

/** A column by row where the log has all of them, else by step, null where the row of a step is not in memory. */
export function valuesByStep(log: ColumnLog, column: ColumnName): (number | null)[] {
  const values = columnValues(log, column);
  if (!log.thinned) return values;
  const byStep: (number | null)[] = new Array(rowsTaken(log)).fill(null);
  columnValues(log, "step").forEach((step, row) => {
    byStep[step ?? row] = values[row] ?? null;
  });
  return byStep;
}
