import type { SweepCell } from "../../../config/experiment/sweepGrid";
import type { RecordedMap } from "../../../config/recording/recordedMap";
import type { SweepPurpose } from "../../experiment/sweepMapState";

/** Classes of equal loss: cells of one class are closer than seeds put one cell. */
export interface SweepClasses {
  /** Of a class, by the natural logarithm of the loss; the first begins at the least loss of the map. */
  width: number;
  /** Classes from the least loss to the greatest. */
  count: number;
  /** Seeds that the width was measured on. */
  seeds: readonly number[];
}

/** How far apart seeds put one cell of such a map; null where that was not measured. */
export function rangeFor(purpose: SweepPurpose | null, recorded: RecordedMap | null): number | null {
  if (!purpose || !recorded) return null;
  const { task, batchSize } = recorded.config;
  const isSame = purpose.config.task === task && purpose.config.batchSize === batchSize;
  if (!isSame || purpose.optimizer !== recorded.optimizer) return null;
  return recorded.ranges.find(({ steps }) => steps === purpose.steps)?.logLoss ?? null;
}

/** The class of a loss, 0 at the least of the map. */
export const classOf = (loss: number, least: number, width: number): number =>
  Math.floor(Math.log(loss / least) / width);

/** The classes of a map whose losses lie between two ends. */
export function classesOf(
  [low, high]: readonly [number, number],
  width: number,
  seeds: readonly number[],
): SweepClasses {
  return { width, count: classOf(high, low, width) + 1, seeds };
}

/** Strength of a class, from 0 to 1. */
export const strengthOfClass = (level: number, { count }: SweepClasses): number =>
  count > 1 ? level / (count - 1) : 0;

/** Columns of the grid, first and last, that hold cells of a row without a gap. */
type Stretch = readonly [first: number, last: number];

/** Cells as few rectangles: rows from one to another that have the same stretches of columns. */
export function blocksOf(
  cells: readonly { column: number; row: number }[],
): readonly { rows: Stretch; columns: Stretch }[] {
  const rows = [...new Set(cells.map(({ row }) => row))].toSorted((a, b) => a - b);
  const open: { rows: Stretch; columns: Stretch }[] = [];
  for (const row of rows)
    for (const columns of stretchesOf(cells.filter((cell) => cell.row === row).map(({ column }) => column))) {
      const index = open.findIndex((block) => block.rows[1] === row - 1 && isSame(block.columns, columns));
      const above = open[index];
      if (above) open[index] = { rows: [above.rows[0], row], columns };
      else open.push({ rows: [row, row], columns });
    }
  return open;
}

const isSame = (one: Stretch, other: Stretch) => one[0] === other[0] && one[1] === other[1];

function stretchesOf(columns: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const column of columns.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && last[1] === column - 1) stretches[stretches.length - 1] = [last[0], column];
    else stretches.push([column, column]);
  }
  return stretches;
}

/** Whether a cell has a loss that a class can hold. */
export const hasLoss = ({ finalLoss }: SweepCell): boolean => finalLoss !== null && finalLoss > 0;
