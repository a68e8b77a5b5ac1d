import type { ColumnName, Evaluation } from "../../config/tables/metrics";
import { type ColumnLog, cell } from "../experiment/columns";
import type { ChartPoint } from "./chartModels";
import { extremes, POINT_LIMIT, sampleColumn } from "./downsample";
import { type XMapping, xOfStep } from "./xAxis";

const columnCache = new WeakMap<ColumnLog, Map<string, readonly ChartPoint[]>>();
const evaluationCache = new WeakMap<readonly Evaluation[], Map<string, readonly ChartPoint[]>>();

/** A column as drawn, at most 300 points. The same array for the same log and x-axis. */
export function columnPoints(log: ColumnLog, column: ColumnName, mapping: XMapping): readonly ChartPoint[] {
  return remember(columnCache, log, `${column} ${mapping.axis} ${mapping.stepsPerEpoch}`, () =>
    sampleColumn(log, column).map(({ row, value }) => {
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
): readonly ChartPoint[] {
  // Evaluations are few while rows are many: on the axes of cost the x of a step no longer changes once it is measured.
  return remember(evaluationCache, evaluations, `${name} ${mapping.axis} ${mapping.stepsPerEpoch}`, () => {
    const values = evaluations.map((evaluation) => evaluation[name]);
    return thin(values).flatMap((index) => {
      const { step } = evaluations[index] ?? { step: 0 };
      const y = values[index] ?? Number.NaN;
      return Number.isFinite(y) ? [{ step, x: xOfStep(log, step, mapping), y }] : [];
    });
  });
}

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
