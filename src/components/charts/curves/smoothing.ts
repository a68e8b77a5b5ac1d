import type { ColumnName } from "../../../config/tables/metrics";
import type { ChartPoint } from "../../../store/charts/chartModels";
import { type ColumnChunk, type ColumnLog, rowOfStep } from "../../../store/experiment/columns";

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

/** Debiased running average of a column through one chunk; rows without a finite value keep the average. */
function smoothChunk(chunk: ColumnChunk, name: ColumnName, start: Average): SmoothChunk {
  const byColumn = chunkCache.get(chunk) ?? new Map<ColumnName, SmoothChunk>();
  const known = byColumn.get(name);
  if (known) return known;
  const column = chunk[name];
  const values = new Float64Array(column.length);
  const average = { ...start };
  column.forEach((value, row) => {
    if (value !== null && Number.isFinite(value)) {
      average.sum = DECAY * average.sum + (1 - DECAY) * value;
      average.weight = DECAY * average.weight + (1 - DECAY);
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
  const chunks: SmoothChunk[] = [];
  let average: Average = { sum: 0, weight: 0 };
  for (const chunk of log.chunks) {
    const smooth = smoothChunk(chunk, column, average);
    average = smooth.end;
    chunks.push(smooth);
  }
  const length = log.chunks[0]?.trainLoss.length ?? 1;
  const smoothed = points.map((point) => {
    const row = rowOfStep(log, point.step);
    const chunkIndex = Math.floor(row / length);
    return { ...point, y: chunks[chunkIndex]?.values[row - chunkIndex * length] ?? point.y };
  });
  pointCache.set(points, smoothed);
  return smoothed;
}
