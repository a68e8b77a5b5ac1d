import type { ColumnName } from "../../config/tables/metrics";
import { CHUNK_LENGTH, type ColumnChunk, type ColumnLog, cell } from "../experiment/columns";

/** Most points drawn per series. */
export const POINT_LIMIT = 300;
/** Two extremes each, and the first and the last value besides. */
const BUCKET_LIMIT = (POINT_LIMIT - 2) / 2;

/** A value worth drawing and its row in the log. */
export interface SampledRow {
  row: number;
  value: number;
}

const logCache = new WeakMap<ColumnLog, Map<ColumnName, readonly SampledRow[]>>();
const chunkCache = new WeakMap<ColumnChunk, Map<string, readonly SampledRow[]>>();

/**
 * At most 300 rows of a column: smallest and largest of each bucket, and the first and last value. Nulls and values that are
 * not finite are skipped. Buckets are powers of two of rows, counted from row 0, so that a growing run does not shimmer. The
 * same array for the same log.
 */
export function sampleColumn(log: ColumnLog, column: ColumnName): readonly SampledRow[] {
  const known = logCache.get(log)?.get(column);
  if (known) return known;
  const size = bucketSize(log.length);
  const sampled = withEnds(
    log,
    column,
    size <= CHUNK_LENGTH ? smallBuckets(log, column, size) : largeBuckets(log, column, size),
  );
  const byColumn = logCache.get(log) ?? new Map<ColumnName, readonly SampledRow[]>();
  logCache.set(log, byColumn.set(column, sampled));
  return sampled;
}

/** Smallest power of two that needs at most 149 buckets for so many rows. */
export function bucketSize(rows: number): number {
  let size = 1;
  while (Math.ceil(rows / size) > BUCKET_LIMIT) size *= 2;
  return size;
}

/** Smallest and largest finite value of rows `from` (included) to `to` (not), in the order of rows. */
export function extremes(values: readonly (number | null)[], from: number, to: number): SampledRow[] {
  let low: SampledRow | null = null;
  let high: SampledRow | null = null;
  for (let row = from; row < Math.min(to, values.length); row += 1) {
    const value = values[row];
    if (value === null || value === undefined || !Number.isFinite(value)) continue;
    if (!low || value < low.value) low = { row, value };
    if (!high || value > high.value) high = { row, value };
  }
  if (!low || !high) return [];
  if (low.row === high.row) return [low];
  return low.row < high.row ? [low, high] : [high, low];
}

function smallBuckets(log: ColumnLog, column: ColumnName, size: number): SampledRow[] {
  return log.chunks.flatMap((chunk, index) => {
    const offset = index * CHUNK_LENGTH;
    return chunkExtremes(chunk, column, size).map(({ row, value }) => ({ row: row + offset, value }));
  });
}

/** Buckets of several chunks, from the extremes of each chunk. */
function largeBuckets(log: ColumnLog, column: ColumnName, size: number): SampledRow[] {
  const ofChunks = smallBuckets(log, column, CHUNK_LENGTH);
  const buckets = new Map<number, SampledRow[]>();
  for (const sample of ofChunks) {
    const bucket = Math.floor(sample.row / size);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), sample]);
  }
  return [...buckets.values()].flatMap((samples) => {
    const values = samples.map(({ value }) => value);
    return extremes(values, 0, values.length).flatMap(({ row }) => samples[row] ?? []);
  });
}

/** Rows counted from the chunk's start. Kept for full chunks, which never change. */
function chunkExtremes(chunk: ColumnChunk, column: ColumnName, size: number): readonly SampledRow[] {
  const key = `${column} ${size}`;
  const known = chunkCache.get(chunk)?.get(key);
  if (known) return known;
  const found: SampledRow[] = [];
  for (let from = 0; from < chunk[column].length; from += size)
    found.push(...extremes(chunk[column], from, from + size));
  if (chunk[column].length === CHUNK_LENGTH) {
    const byKey = chunkCache.get(chunk) ?? new Map<string, readonly SampledRow[]>();
    chunkCache.set(chunk, byKey.set(key, found));
  }
  return found;
}

function withEnds(log: ColumnLog, column: ColumnName, sampled: SampledRow[]): SampledRow[] {
  const first = endValue(log, column, 0, 1);
  const last = endValue(log, column, log.length - 1, -1);
  if (first && first.row !== sampled[0]?.row) sampled.unshift(first);
  if (last && last.row !== sampled.at(-1)?.row) sampled.push(last);
  return sampled;
}

/** The nearest finite value of a column from a row on, in a direction; null where there is none. */
export function endValue(log: ColumnLog, column: ColumnName, from: number, direction: 1 | -1): SampledRow | null {
  for (let row = from; row >= 0 && row < log.length; row += direction) {
    const value = cell(log, column, row);
    if (value !== null && Number.isFinite(value)) return { row, value };
  }
  return null;
}
