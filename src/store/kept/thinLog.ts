import { EFFECT_STEPS } from "../../config/formulas/interventionEffect";
import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";
import { extremes } from "../charts/downsample";
import {
  appendRows,
  CHUNK_LENGTH,
  type ColumnLog,
  cell,
  columnValues,
  EMPTY_LOG,
  rowOfStep,
} from "../experiment/columns";
import { sharedEqual } from "../experiment/rows/sharedEqual";
import { rowsTaken } from "../experiment/rows/takenRows";

/** Rows of a run in memory from which on it is thinned. */
export const MOST_ROWS = 6144;
/** The latest rows, which stay as they are: windows over the last steps read every one. */
const LATEST_ROWS = 2048;
/** What the rows before them are thinned to, at most. */
const THINNED_ROWS = 3072;

/** How many rows at the start of a log are to be thinned, whole chunks; 0 where it is short enough. */
export function rowsToThin({ length }: ColumnLog): number {
  return length < MOST_ROWS ? 0 : CHUNK_LENGTH * Math.floor((length - LATEST_ROWS) / CHUNK_LENGTH);
}

/**
 * Logs whose first rows are those that say most: of each block of steps the first and the last, the smallest and the largest value of
 * each of the columns, and where values begin, end or are not finite. Logs that are thinned together have rows of the same steps, and
 * keep the same. Rows about the steps `around`, as many as an effect is measured over, all stay. Blocks are as many steps long as it takes, a power of two: what is thinned again keeps the extremes it has.
 */
export function thinTogether(
  logs: readonly ColumnLog[],
  rows: number,
  { columns = COLUMN_NAMES, around = [] }: { columns?: readonly ColumnName[]; around?: readonly number[] } = {},
): ColumnLog[] {
  const [first] = logs;
  if (!first) return [];
  const steps = columnValues(first, "step")
    .slice(0, rows)
    .map((step) => step ?? 0);
  const values = logs
    .flatMap((log) => columns.map((name) => columnValues(log, name).slice(0, rows)))
    .filter((column) => column.some((value) => value !== null));
  const near = rowsAround(first, around, rows);
  let size = 1;
  while ((steps.at(-1) ?? 0) / size > THINNED_ROWS) size *= 2;
  let kept = rowsOfBlocks(steps, values, size);
  while (kept.size > THINNED_ROWS) {
    size *= 2;
    kept = rowsOfBlocks(steps, values, size);
  }
  for (const row of near) kept.add(row);
  fillChunk(kept, rows);
  const ordered = [...kept].toSorted((a, b) => a - b);
  return logs.map((log) => withRowsOf(log, ordered, rows));
}

/** Rows that show what moves in these steps changed. */
function rowsAround(log: ColumnLog, steps: readonly number[], rows: number): number[] {
  return steps.flatMap((step) => {
    const first = 1 + rowOfStep(log, step - EFFECT_STEPS - 1);
    const end = Math.min(rows, 1 + rowOfStep(log, step + EFFECT_STEPS));
    return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  });
}

/** Rows worth keeping of each block of so many steps. */
function rowsOfBlocks(
  steps: readonly number[],
  values: readonly (readonly (number | null)[])[],
  size: number,
): Set<number> {
  const kept = new Set<number>();
  for (let from = 0; from < steps.length; ) {
    const block = Math.floor((steps[from] ?? 0) / size);
    let to = from + 1;
    while (to < steps.length && Math.floor((steps[to] ?? 0) / size) === block) to += 1;
    kept.add(from).add(to - 1);
    for (const column of values) {
      for (const { row } of extremes(column, from, to)) kept.add(row);
      for (const row of oddRows(column, from, to)) kept.add(row);
    }
    from = to;
  }
  return kept;
}

/** The first row of a block whose value is not finite. */
function oddRows(column: readonly (number | null)[], from: number, to: number): number[] {
  for (let row = from; row < to; row += 1) {
    const value = column[row];
    if (typeof value === "number" && !Number.isFinite(value)) return [row];
  }
  return [];
}

/** Adds the latest rows that are not there yet until chunks are full. */
function fillChunk(kept: Set<number>, rows: number): void {
  for (let row = rows - 1; row >= 0 && kept.size % CHUNK_LENGTH !== 0; row -= 1) kept.add(row);
}

function withRowsOf(log: ColumnLog, kept: readonly number[], rows: number): ColumnLog {
  const thin = Object.fromEntries(COLUMN_NAMES.map((name) => [name, kept.map((row) => cell(log, name, row))]));
  const { chunks } = appendRows(EMPTY_LOG, thin);
  const shared = chunks.map((chunk) =>
    Object.fromEntries(COLUMN_NAMES.map((name) => [name, sharedEqual(chunk[name])])),
  );
  const of = rows - (log.length - rowsTaken(log));
  return {
    length: kept.length + log.length - rows,
    chunks: [...(shared as unknown as ColumnLog["chunks"]), ...log.chunks.slice(rows / CHUNK_LENGTH)],
    thinned: { rows: kept.length, of },
  };
}
