import type { ColumnName, Evaluation } from "../../config/tables/metrics";
import { type ColumnLog, cell } from "../experiment/columns";
import type { ChartPoint } from "./chartModels";
import { extremes, POINT_LIMIT } from "./downsample";
import { sampleRows } from "./sampleRows";
import { type XMapping, xOfStep } from "./xAxis";
import { rowsWithin, withNeighbours, type XWindow } from "./xWindow";

const columnCache = new WeakMap<ColumnLog, Map<string, readonly ChartPoint[]>>();
const evaluationCache = new WeakMap<readonly Evaluation[], Map<string, readonly ChartPoint[]>>();

/** A column as drawn in a window, at most 300 points. The same array for the same log, x-axis and window. */
export function columnPoints(
  log: ColumnLog,
  column: ColumnName,
  mapping: XMapping,
  window: XWindow | null = null,
): readonly ChartPoint[] {
  return remember(columnCache, log, keyOf(column, mapping, window), () =>
    sampleRows(log, column, rowsWithin(log, window, mapping)).map(({ row, value }) => {
      const step = cell(log, "step", row) ?? row;
      return { step, x: xOfStep(log, step, mapping), y: value };
    }),
  );
}

/** A measurement of the evaluations as drawn, at most 300 points. The same array for the same evaluations and x-axis. */
export function evaluationPoints(
  evaluations: readonly Evaluation[],
  name: "trainLoss" | "testLoss" | "testMetric",
  log: ColumnLog,
  mapping: XMapping,
  window: XWindow | null = null,
): readonly ChartPoint[] {
  // Evaluations are few while rows are many: on the axes of cost the x of a step no longer changes once it is measured.
  return remember(evaluationCache, evaluations, keyOf(name, mapping, window), () => {
    const all = evaluations.flatMap((evaluation) => {
      const { step, [name]: y } = evaluation;
      return Number.isFinite(y) ? [{ step, x: xOfStep(log, step, mapping), y }] : [];
    });
    const shown = withNeighbours(all, window);
    return thin(shown.map(({ y }) => y)).flatMap((index) => shown[index] ?? []);
  });
}

const keyOf = (name: string, { axis, stepsPerEpoch }: XMapping, window: XWindow | null) =>
  `${name} ${axis} ${stepsPerEpoch} ${window ? `${window.from} ${window.to} ${window.isLog}` : ""}`;

/** Indices of at most 300 values: all, or the extremes of equal buckets with both ends. */
function thin(values: readonly number[]): number[] {
  if (values.length <= POINT_LIMIT) return values.map((_, index) => index);
  const size = Math.ceil(values.length / (POINT_LIMIT / 2 - 1));
  const kept = new Set([0, values.length - 1]);
  for (let from = 0; from < values.length; from += size) {
    for (const { row } of extremes(values, from, from + size)) kept.add(row);
  }
  return [...kept].toSorted((a, b) => a - b);
}

function remember<Key extends object, Result>(
  cache: WeakMap<Key, Map<string, Result>>,
  key: Key,
  name: string,
  compute: () => Result,
): Result {
  const entries = cache.get(key) ?? new Map<string, Result>();
  if (!cache.has(key)) cache.set(key, entries);
  const known = entries.get(name);
  if (known !== undefined) return known;
  const result = compute();
  entries.set(name, result);
  return result;
}
