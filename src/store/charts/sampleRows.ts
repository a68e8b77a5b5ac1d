import type { ColumnName } from "../../config/tables/metrics";
import { CHUNK_LENGTH, type ColumnLog } from "../experiment/columns";
import { bucketSize, endValue, extremes, POINT_LIMIT, type SampledRow, sampleColumn } from "./downsample";

/** Rows that are drawn: `from` (included) to `to` (not). On a log axis the buckets grow with the row, as their pixels do. */
export interface RowWindow {
  from: number;
  to: number;
  isLog: boolean;
}

/** A neighbour at either side, and two extremes of each bucket between them. */
const BUCKETS = POINT_LIMIT / 2 - 1;

/**
 * At most 300 rows of a column within a window: smallest and largest of each bucket, and the nearest value beyond either end, so
 * that lines run out of the picture. Without a window all rows (`sampleColumn`).
 */
export function sampleRows(log: ColumnLog, column: ColumnName, window: RowWindow | null): readonly SampledRow[] {
  if (!window) return sampleColumn(log, column);
  const from = Math.max(0, window.from);
  const to = Math.min(log.length, window.to);
  const sampled = bucketEdges(from, to, window.isLog).flatMap((edge, index, edges) =>
    extremesOfRows(log, column, edge, edges[index + 1] ?? edge),
  );
  const before = endValue(log, column, from - 1, -1);
  const after = endValue(log, column, to, 1);
  return [...(before ? [before] : []), ...sampled, ...(after ? [after] : [])];
}

/** Where buckets begin, and where the last one ends. */
export function bucketEdges(from: number, to: number, isLog: boolean): number[] {
  if (to <= from) return [];
  const edges = [from];
  if (isLog) {
    const first = Math.max(1, from);
    for (let i = 1; i < BUCKETS - 1; i += 1) {
      const edge = Math.ceil(first * (to / first) ** (i / (BUCKETS - 1)));
      if (edge > (edges.at(-1) ?? 0) && edge < to) edges.push(edge);
    }
  } else {
    let size = bucketSize(to - from);
    if (Math.floor((to - 1) / size) - Math.floor(from / size) + 1 > BUCKETS) size *= 2; // the first and the last may be cut
    for (let edge = (Math.floor(from / size) + 1) * size; edge < to; edge += size) edges.push(edge);
  }
  return [...edges, to];
}

/** Smallest and largest finite value of rows `from` (included) to `to` (not) of a log, in the order of rows. */
function extremesOfRows(log: ColumnLog, column: ColumnName, from: number, to: number): SampledRow[] {
  const found: SampledRow[] = [];
  for (let index = Math.floor(from / CHUNK_LENGTH); index * CHUNK_LENGTH < to; index += 1) {
    const offset = index * CHUNK_LENGTH;
    const values = log.chunks[index]?.[column] ?? [];
    for (const { row, value } of extremes(values, Math.max(0, from - offset), to - offset))
      found.push({ row: row + offset, value });
  }
  if (found.length <= 2) return found;
  const all = found.map(({ value }) => value);
  return extremes(all, 0, all.length).flatMap(({ row }) => found[row] ?? []);
}
