import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";

/** Rows of a chunk; all chunks of a log but the last are full. */
export const CHUNK_LENGTH = 256;

/** Up to `CHUNK_LENGTH` rows, one array per column, all of equal length. Never changed once it is in a log. */
export type ColumnChunk = Readonly<Record<ColumnName, readonly (number | null)[]>>;

/** The rows of one run, ascending by step, as chunks that later logs share. */
export interface ColumnLog {
  /** Rows in memory. */
  readonly length: number;
  readonly chunks: readonly ColumnChunk[];
  /** Of a long run: its first `rows` are what is left in memory of `of`, both whole chunks (store/kept/thinLog). */
  readonly thinned?: { readonly rows: number; readonly of: number };
}

/** A log without rows. */
export const EMPTY_LOG: ColumnLog = { length: 0, chunks: [] };

/** Rows as a message carries them: absent columns read as null. */
export type RowColumns = Partial<Record<ColumnName, readonly (number | null)[]>>;

/** The log with the rows behind it. Full chunks are shared; at most one chunk is copied. The same log for no rows. */
export function appendRows(log: ColumnLog, rows: RowColumns): ColumnLog {
  const added = Math.max(0, ...COLUMN_NAMES.map((name) => rows[name]?.length ?? 0));
  if (added === 0) return log;
  const filled = log.length % CHUNK_LENGTH;
  const chunks = filled === 0 ? log.chunks.slice() : log.chunks.slice(0, -1);
  const tail = filled === 0 ? undefined : log.chunks.at(-1);
  for (let from = -filled; from < added; from += CHUNK_LENGTH) {
    const start = Math.max(from, 0);
    const end = Math.min(from + CHUNK_LENGTH, added);
    const head = from < 0 ? tail : undefined;
    chunks.push(joinChunk(head, rows, start, end));
  }
  return { ...log, length: log.length + added, chunks };
}

/** Rows without those of steps that the log has: where it stopped in the middle of a step, a run may be one ahead. */
export function rowsBehind(log: ColumnLog, rows: RowColumns): RowColumns {
  const last = cell(log, "step", log.length - 1) ?? -1;
  const from = rows.step?.findIndex((step) => step !== null && step > last) ?? 0;
  if (from === 0) return rows;
  const entries = Object.entries(rows).map(([name, values]) => [name, from < 0 ? [] : values.slice(from)]);
  return Object.fromEntries(entries) as RowColumns;
}

function joinChunk(head: ColumnChunk | undefined, rows: RowColumns, start: number, end: number): ColumnChunk {
  return mapColumns((name) => {
    const values = head ? head[name].slice() : [];
    for (let row = start; row < end; row += 1) values.push(rows[name]?.[row] ?? null);
    return values;
  });
}

/** The log with values filled in at a step that it has, one chunk copied; the same log for a step that it has not. */
export function patchStep(log: ColumnLog, step: number, values: Partial<Record<ColumnName, number | null>>): ColumnLog {
  const row = rowOfStep(log, step);
  if (cell(log, "step", row) !== step) return log;
  const index = Math.floor(row / CHUNK_LENGTH);
  const before = log.chunks[index] as ColumnChunk;
  const patched = Object.entries(values).map(([name, value]) => [
    name,
    before[name as ColumnName].with(row % CHUNK_LENGTH, value ?? null),
  ]);
  return { ...log, chunks: log.chunks.with(index, { ...before, ...Object.fromEntries(patched) }) };
}

/** The log of the first rows; full chunks are shared. The same log where it has no more. */
export function firstRows(log: ColumnLog, rows: number): ColumnLog {
  if (rows >= log.length) return log;
  const full = Math.floor(rows / CHUNK_LENGTH);
  const chunks = log.chunks.slice(0, full);
  const rest = log.chunks[full];
  const left = rows % CHUNK_LENGTH;
  if (rest && left > 0) chunks.push(mapColumns((name) => rest[name].slice(0, left)));
  return { ...log, length: rows, chunks };
}

/** The log with these rows in the place of those of the same steps; what they say nothing of stays. They follow one another. */
export function replaceRows(log: ColumnLog, rows: RowColumns): ColumnLog {
  const steps = rows.step ?? [];
  const from = rowOfStep(log, steps[0] ?? Number.POSITIVE_INFINITY);
  if (steps.length === 0 || cell(log, "step", from) !== steps[0]) return log;
  const to = Math.min(log.length, from + steps.length);
  const chunks = log.chunks.map((chunk, index) => {
    const start = index * CHUNK_LENGTH;
    if (start >= to || start + CHUNK_LENGTH <= from) return chunk;
    return mapColumns((name) =>
      chunk[name].map((value, at) => {
        const row = start + at;
        return row < from || row >= to ? value : (rows[name]?.[row - from] ?? value);
      }),
    );
  });
  return { ...log, chunks };
}

function mapColumns(valuesOf: (name: ColumnName) => (number | null)[]): ColumnChunk {
  return Object.fromEntries(COLUMN_NAMES.map((name) => [name, valuesOf(name)])) as unknown as ColumnChunk;
}

/** Value of a column in a row (0-based), null outside the log. */
export function cell(log: ColumnLog, column: ColumnName, row: number): number | null {
  if (row < 0 || row >= log.length) return null;
  return log.chunks[Math.floor(row / CHUNK_LENGTH)]?.[column][row % CHUNK_LENGTH] ?? null;
}

/** Row of the step, or of the last step before it; -1 where there is none. */
export function rowOfStep(log: ColumnLog, step: number): number {
  let low = 0;
  let high = log.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((cell(log, "step", middle) ?? Number.POSITIVE_INFINITY) <= step) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return high;
}

/** The last row at or before a step in which a column has a value; -1 where there is none. */
export function lastRowWith(log: ColumnLog, column: ColumnName, step: number): number {
  let row = rowOfStep(log, step);
  while (row >= 0 && cell(log, column, row) === null) row -= 1;
  return row;
}

/** A whole column as one array, for export and tests. */
export function columnValues(log: ColumnLog, column: ColumnName): (number | null)[] {
  return log.chunks.flatMap((chunk) => chunk[column]);
}

/** Last value of a column that is not null, looking back from a row. */
export function lastValue(log: ColumnLog, column: ColumnName, fromRow = log.length - 1): number | null {
  for (let row = Math.min(fromRow, log.length - 1); row >= 0; row -= 1) {
    const value = cell(log, column, row);
    if (value !== null) return value;
  }
  return null;
}
