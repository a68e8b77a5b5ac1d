import type { ColumnName } from "../../config/tables/metrics";
import { CHUNK_LENGTH, type ColumnChunk, type ColumnLog, rowOfStep } from "../experiment/columns";
import type { ChartPoint, ChartSeries, SeriesModel } from "./chartModels";

/** Share of the average that the next row keeps. */
const DECAY = 0.9;

interface Average {
  sum: number;
  weight: number;
}

interface SmoothChunk {
  values: Float64Array;
  end: Average;
}

const chunkCache = new WeakMap<ColumnChunk, Map<ColumnName, SmoothChunk>>();
const pointCache = new WeakMap<readonly ChartPoint[], readonly ChartPoint[]>();

/**
 * Debiased running average of a column through one chunk; rows without a finite value keep the average. Of a chunk that is thinned each
 * row counts for the steps since the row before it.
 */
function smoothChunk(chunk: ColumnChunk, name: ColumnName, start: Average, isThinned: boolean): SmoothChunk {
  const byColumn = chunkCache.get(chunk) ?? new Map<ColumnName, SmoothChunk>();
  const known = byColumn.get(name);
  if (known) return known;
  const column = chunk[name];
  const values = new Float64Array(column.length);
  const average = { ...start };
  column.forEach((value, row) => {
    const decay = isThinned && row ? DECAY ** ((chunk.step[row] as number) - (chunk.step[row - 1] as number)) : DECAY;
    if (value !== null && Number.isFinite(value)) {
      average.sum = decay * average.sum + (1 - decay) * value;
      average.weight = decay * average.weight + (1 - decay);
    }
    values[row] = average.weight > 0 ? average.sum / average.weight : Number.NaN;
  });
  const smooth = { values, end: average };
  chunkCache.set(chunk, byColumn.set(name, smooth));
  return smooth;
}

/**
 * The drawn points of a column with it averaged over about the last ten steps (decay 0.9, debiased, so that a constant
 * stays constant). The same array for the same points. Every row of the log counts, not only the drawn ones.
 */
export function smoothPoints(
  points: readonly ChartPoint[],
  log: ColumnLog,
  column: ColumnName = "trainLoss",
): readonly ChartPoint[] {
  const known = pointCache.get(points);
  if (known) return known;
  const valueAt = smoothColumn(log, column);
  const smoothed = points.map((point) => ({ ...point, y: valueAt(rowOfStep(log, point.step)) ?? point.y }));
  pointCache.set(points, smoothed);
  return smoothed;
}

/** The average of a column by row, as the line has it; null outside the log and before the first finite value. */
export function smoothColumn(log: ColumnLog, column: ColumnName): (row: number) => number | null {
  const chunks: SmoothChunk[] = [];
  let average: Average = { sum: 0, weight: 0 };
  for (const chunk of log.chunks) {
    const smooth = smoothChunk(chunk, column, average, chunks.length * CHUNK_LENGTH < (log.thinned?.rows as number));
    average = smooth.end;
    chunks.push(smooth);
  }
  return (row) => {
    const value = chunks[Math.floor(row / CHUNK_LENGTH)]?.values[row % CHUNK_LENGTH];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
}

/** A run's line: averaged where a log is given, unless the run diverged, which is drawn as it was up to its last value. */
export function smoothedSeries(
  identity: SeriesModel,
  measured: readonly ChartPoint[],
  log: ColumnLog | undefined,
  column: ColumnName,
): ChartSeries {
  const averages = log !== undefined && isAveraged(identity);
  const points = averages ? smoothPoints(measured, log, column) : measured;
  return { ...identity, points, raw: averages ? measured : null, last: points.at(-1) ?? null };
}

/** Whether a run's line is an average where lines are. */
export const isAveraged = ({ status }: Pick<SeriesModel, "status">): boolean => status !== "diverged";
