import { type ColumnLog, cell, columnValues } from "./columns";
import { columnPoints, evaluationPoints } from "./points";
import type { LossSplit, RunState } from "./state";
import { chartSummary } from "./summaries";
import type { ChartPoint, ChartSeries, MarkerModel, SeriesIdentity, TimeChartModel } from "./viewModels";
import { X_TITLES, type XMapping, xOfStep } from "./xAxis";

/** Ticks of meta-updates drawn at most. */
const META_TICK_LIMIT = 200;

/** What a time chart draws: one line per run. */
export type Quantity = "loss" | "learningRate";

/** What all time charts share. */
export interface TimeChartParts {
  runs: readonly RunState[];
  identities: readonly SeriesIdentity[];
  markers: readonly MarkerModel[];
  focusRun: string | null;
  split: LossSplit;
  mapping: XMapping;
}

/** A line of a quantity as drawn. */
export function pointsOf(
  run: RunState,
  quantity: Quantity,
  split: LossSplit,
  mapping: XMapping,
): readonly ChartPoint[] {
  if (quantity === "learningRate") return columnPoints(run.columns, "learningRate", mapping);
  if (split === "train") return columnPoints(run.columns, "trainLoss", mapping);
  return evaluationPoints(run.evaluations, "testLoss", run.columns, mapping);
}

/** A time chart of all runs. */
export function timeChart(quantity: Quantity, parts: TimeChartParts): TimeChartModel {
  const { runs, identities, markers, focusRun, split, mapping } = parts;
  const series = runs.flatMap((run, index): ChartSeries[] => {
    const identity = identities[index];
    const points = pointsOf(run, quantity, split, mapping);
    return identity ? [{ ...identity, points, last: points.at(-1) ?? null }] : [];
  });
  const shown = series.filter(({ visibility }) => visibility === "shown");
  const focus = runs.find(({ run }) => run === focusRun);
  const title = quantity === "learningRate" ? "Learning rate" : split === "train" ? "Training loss" : "Test loss";
  return {
    series,
    xDomain: [0, Math.max(0, ...shown.map(({ last }) => last?.x ?? 0))],
    yDomain: positiveRange(shown),
    xTitle: X_TITLES[mapping.axis],
    yTitle: quantity === "learningRate" ? "η" : "loss",
    markers,
    metaTicks: focus ? metaTicks(focus, mapping) : [],
    summary: chartSummary(title, series, markers),
  };
}

function positiveRange(series: readonly ChartSeries[]): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const { points } of series) {
    for (const { y } of points) {
      if (y <= 0) continue;
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  }
  return high > 0 ? [low, high] : null;
}

const metaRows = new WeakMap<ColumnLog, readonly number[]>();

/** x of meta-updates, known by their objective; every n-th where there are many. */
function metaTicks({ columns }: RunState, mapping: XMapping): number[] {
  const rows =
    metaRows.get(columns) ?? columnValues(columns, "objective").flatMap((q, row) => (q === null ? [] : [row]));
  metaRows.set(columns, rows);
  const every = Math.ceil(rows.length / META_TICK_LIMIT);
  return rows
    .filter((_, index) => index % every === 0)
    .map((row) => xOfStep(columns, cell(columns, "step", row) ?? row, mapping));
}
