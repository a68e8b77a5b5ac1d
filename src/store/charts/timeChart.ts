import type { Evaluation } from "../../config/tables/metrics";
import { type ColumnLog, cell, columnValues } from "../experiment/columns";
import type { LossSplit, RunState } from "../experiment/state";
import type { ChartSeries, GridBand, MarkerModel, Quantity, SeriesModel, TimeChartModel } from "./chartModels";
import { bandSummary, chartSummary } from "./chartSummaries";
import { gridBand } from "./gridBand";
import type { OverlayLine } from "./overlaySelectors";
import { columnPoints, evaluationPoints } from "./points";
import { smoothedSeries } from "./smoothing";
import { X_TITLES, type XMapping, xOfStep } from "./xAxis";

/** Ticks of meta-updates drawn at most. */
const META_TICK_LIMIT = 200;

/** What all time charts share. */
export interface TimeChartParts {
  logs: readonly ColumnLog[];
  evaluations: readonly (readonly Evaluation[])[];
  identities: readonly SeriesModel[];
  /** Runs of a grid of learning rates. */
  grid: readonly RunState[];
  hiddenRuns: readonly string[];
  overlays: readonly OverlayLine[];
  markers: readonly MarkerModel[];
  focusRun: string | null;
  split: LossSplit;
  mapping: XMapping;
  /** Training losses are averaged. */
  isSmooth: boolean;
}

/** A time chart of all runs. */
export function timeChart(quantity: Quantity, parts: TimeChartParts): TimeChartModel {
  const { logs, identities, markers, focusRun, split, mapping } = parts;
  const averages = averagesLoss(quantity, parts);
  const racing = identities.map((identity, index): ChartSeries => {
    const measured = pointsOf(parts, logs[index], parts.evaluations[index], quantity);
    return smoothedSeries(identity, measured, averages ? logs[index] : undefined, "trainLoss");
  });
  const ghosts = parts.overlays.map(({ identity, run: { columns, evaluations }, stepsPerEpoch }): ChartSeries => {
    const measured = pointsOf({ split, mapping: { ...mapping, stepsPerEpoch } }, columns, evaluations, quantity);
    return { ...smoothedSeries(identity, measured, averages ? columns : undefined, "trainLoss"), raw: null };
  });
  const series = [...racing, ...ghosts];
  const shown = series.filter(({ visibility }) => visibility === "shown");
  const focusLog = logs[identities.findIndex(({ run }) => run === focusRun)];
  const band = gridBand(quantity, parts.grid, parts.hiddenRuns, split, mapping);
  const title =
    quantity === "learningRate"
      ? "Learning rate"
      : split === "test"
        ? "Test loss"
        : averages
          ? "Training loss, smoothed"
          : "Training loss";
  return {
    series,
    band,
    xDomain: [0, Math.max(0, ...shown.map(({ last }) => last?.x ?? 0))],
    yDomain: positiveRange(shown, band?.visibility === "shown" ? band : null),
    xTitle: X_TITLES[mapping.axis],
    yTitle: quantity === "learningRate" ? "η" : "loss",
    isSmooth: averages,
    markers,
    metaTicks: focusLog ? metaTicks(focusLog, mapping) : [],
    summary: chartSummary(title, series, markers) + bandSummary(band),
  };
}

/** Whether a chart's lines are averages: of training losses alone; η and evaluations are drawn as they are. */
export const averagesLoss = (
  quantity: Quantity,
  { isSmooth, split }: Pick<TimeChartParts, "isSmooth" | "split">,
): boolean => isSmooth && quantity === "loss" && split === "train";

/** What was measured of a quantity, as drawn. */
function pointsOf(
  { split, mapping }: Pick<TimeChartParts, "split" | "mapping">,
  log: ColumnLog | undefined,
  evaluations: readonly Evaluation[] = [],
  quantity: Quantity,
) {
  if (!log) return [];
  if (quantity === "learningRate") return columnPoints(log, "learningRate", mapping);
  if (split === "train") return columnPoints(log, "trainLoss", mapping);
  return evaluationPoints(evaluations, "testLoss", log, mapping);
}

function positiveRange(series: readonly ChartSeries[], band: GridBand | null): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  const include = (y: number) => {
    if (y <= 0) return;
    low = Math.min(low, y);
    high = Math.max(high, y);
  };
  for (const { points } of series) for (const { y } of points) include(y);
  for (const { low: from, high: to } of band?.points ?? []) [from, to].forEach(include);
  return high > 0 ? [low, high] : null;
}

const metaRows = new WeakMap<ColumnLog, readonly number[]>();

/** x of meta-updates, known by their objective; every n-th where there are many. */
function metaTicks(log: ColumnLog, mapping: XMapping): number[] {
  const rows = metaRows.get(log) ?? columnValues(log, "objective").flatMap((q, row) => (q === null ? [] : [row]));
  metaRows.set(log, rows);
  const every = Math.ceil(rows.length / META_TICK_LIMIT);
  return rows
    .filter((_, index) => index % every === 0)
    .map((row) => xOfStep(log, cell(log, "step", row) ?? row, mapping));
}
