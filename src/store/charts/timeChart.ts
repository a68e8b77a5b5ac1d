import type { Evaluation } from "../../config/tables/metrics";
import type { ChartAxes } from "../experiment/chartAxes";
import { type ColumnLog, cell, columnValues } from "../experiment/columns";
import type { SeedBand } from "../experiment/seedBandState";
import type { LossSplit, RunState } from "../experiment/state";
import type {
  BandPoint,
  ChartPoint,
  ChartSeries,
  MarkerModel,
  Quantity,
  SeedBandModel,
  SeriesModel,
  TimeChartModel,
} from "./chartModels";
import { bandSummary, chartSummary, seedSummary } from "./chartSummaries";
import { columnBand, evaluationBand, gridBand } from "./gridBand";
import type { OverlayLine } from "./overlaySelectors";
import { columnPoints, evaluationPoints } from "./points";
import { isAveraged, smoothColumn, smoothedSeries } from "./smoothing";
import { middleOfValues, rangeOfValues } from "./valueRange";
import { X_TITLES, type XMapping, xOfStep } from "./xAxis";
import { endWithin, isWithin, rowsWithin, withNeighbours, type XWindow } from "./xWindow";

/** Ticks of meta-updates drawn at most. */
const META_TICK_LIMIT = 200;
/** Values of a run that percentiles are taken of, at most. */
const MIDDLE_LIMIT = 1000;

/** What all time charts share. */
export interface TimeChartParts {
  logs: readonly ColumnLog[];
  evaluations: readonly (readonly Evaluation[])[];
  identities: readonly SeriesModel[];
  /** Runs of a grid of learning rates. */
  grid: readonly RunState[];
  hiddenRuns: readonly string[];
  overlays: readonly OverlayLine[];
  seedBands: readonly SeedBand[];
  /** The step up to which they are of this race. */
  seedsUntil: number;
  markers: readonly MarkerModel[];
  focusRun: string | null;
  split: LossSplit;
  /** What the chart of accuracy draws: "accuracy" or "BLEU". */
  score: string;
  mapping: XMapping;
  /** Training losses are averaged. */
  isSmooth: boolean;
  axes: ChartAxes;
  window: XWindow | null;
}

/** A time chart of all runs. */
export function timeChart(quantity: Quantity, parts: TimeChartParts): TimeChartModel {
  const { logs, identities, focusRun, split, mapping, axes, window } = parts;
  const averages = averagesLoss(quantity, parts);
  const lineOf = (identity: SeriesModel, measured: readonly ChartPoint[], log: ColumnLog | undefined): ChartSeries => {
    const whole = smoothedSeries(identity, measured, averages ? log : undefined, "trainLoss");
    return window ? { ...whole, last: endWithin(whole.points, window) } : whole;
  };
  const racing = identities.map((identity, index) =>
    lineOf(identity, pointsOf(parts, logs[index], parts.evaluations[index], quantity, window), logs[index]),
  );
  const ghosts = parts.overlays.map(({ identity, run: { columns, evaluations }, stepsPerEpoch }): ChartSeries => {
    const own = { split, mapping: { ...mapping, stepsPerEpoch } };
    const measured = pointsOf(own, columns, evaluations, quantity, window);
    return { ...lineOf(identity, measured, columns), raw: null };
  });
  const series = [...racing, ...ghosts];
  const isShown = ({ visibility }: SeriesModel) => visibility === "shown";
  const shown = series.filter(isShown);
  const focusLog = logs[identities.findIndex(({ run }) => run === focusRun)];
  const band =
    quantity === "accuracy" ? null : gridBand(quantity, parts.grid, parts.hiddenRuns, split, mapping, window);
  const seedBands = parts.seedBands.flatMap((one) => seedBand(one, quantity, parts));
  const title = titleOf(quantity, parts, averages);
  const markers = parts.markers.filter(({ x }) => isWithin(x, window));
  const ends = window ? wholeEnds(parts, quantity) : shown.map(({ last }) => last?.x ?? 0);
  return {
    series,
    band,
    seedBands,
    axes,
    isPart: window !== null && (window.to < Number.POSITIVE_INFINITY || !window.isLog),
    xDomain: [0, Math.max(0, ...ends)],
    yDomain: axes.isCut
      ? middleOfValues(middleValues(parts, quantity, averages), axes.y)
      : rangeOfValues(
          drawnValues(shown, [...seedBands, ...(band?.visibility === "shown" ? [band] : [])], window),
          axes.y,
        ),
    xTitle: X_TITLES[mapping.axis],
    yTitle: quantity === "accuracy" ? parts.score : Y_TITLES[quantity],
    isSmooth: averages,
    markers,
    metaTicks: focusLog ? metaTicks(focusLog, mapping, window) : [],
    summary: chartSummary(title, series, markers) + bandSummary(band) + seedSummary(seedBands, series),
  };
}

const Y_TITLES: Record<Exclude<Quantity, "accuracy">, string> = { loss: "loss", learningRate: "η" };

function titleOf(quantity: Quantity, { split, score }: TimeChartParts, averages: boolean): string {
  if (quantity !== "loss") return quantity === "accuracy" ? `Test ${score}` : "Learning rate";
  return split !== "train" ? "Test loss" : averages ? "Training loss, smoothed" : "Training loss";
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
  window: XWindow | null,
) {
  if (!log) return [];
  if (quantity === "learningRate") return columnPoints(log, "learningRate", mapping, window);
  if (quantity === "loss" && split === "train") return columnPoints(log, "trainLoss", mapping, window);
  return evaluationPoints(evaluations, METRICS[quantity], log, mapping, window);
}

/** A run over further seeds, up to the step from which they are of another race; nothing where the run is not on the page. */
function seedBand(
  { run, count, mean, low, high }: SeedBand,
  quantity: Quantity,
  parts: TimeChartParts,
): SeedBandModel[] {
  const { identities, split, mapping, window, seedsUntil } = parts;
  const owner = identities.find((identity) => identity.run === run);
  if (!owner) return [];
  const isMeasured = quantity === "accuracy" || (quantity === "loss" && split !== "train");
  const log = mean.columns;
  const points = isMeasured
    ? withNeighbours(evaluationBand([low, high], log, mapping, METRICS[quantity]), window)
    : columnBand([low, high], log, quantity === "loss" ? "trainLoss" : "learningRate", mapping, window);
  const held = <Point extends { step: number }>(all: readonly Point[]) => all.filter(({ step }) => step <= seedsUntil);
  const line = pointsOf(parts, log, mean.evaluations, quantity, window);
  return [{ run, count, token: owner.token, points: held(points), mean: held(line) }];
}

/** Where the lines of shown runs end, whatever part of them is drawn. */
function wholeEnds(parts: TimeChartParts, quantity: Quantity): number[] {
  const { identities, logs, evaluations, overlays, mapping, split } = parts;
  const racing = identities.map(({ visibility }, index) =>
    visibility === "shown" ? pointsOf(parts, logs[index], evaluations[index], quantity, null) : [],
  );
  const ghosts = overlays.map(({ run, stepsPerEpoch }) =>
    pointsOf({ split, mapping: { ...mapping, stepsPerEpoch } }, run.columns, run.evaluations, quantity, null),
  );
  return [...racing, ...ghosts].map((points) => points.at(-1)?.x ?? 0);
}

const METRICS = { loss: "testLoss", accuracy: "testMetric" } as const;

function* drawnValues(
  series: readonly ChartSeries[],
  bands: readonly { points: readonly BandPoint[] }[],
  window: XWindow | null,
) {
  for (const { points } of series) for (const { x, y } of points) if (isWithin(x, window)) yield y;
  for (const { points } of bands) for (const { x, low, high } of points) if (isWithin(x, window)) yield* [low, high];
}

/** Values of all shown runs that percentiles are of: every n-th of a long run, as measured or averaged. */
function* middleValues(parts: TimeChartParts, quantity: Quantity, averages: boolean) {
  const { logs, evaluations, identities, split, mapping, window } = parts;
  for (const [index, identity] of identities.entries()) {
    const log = logs[index];
    if (!log || identity.visibility === "hidden") continue;
    if (quantity === "accuracy" || (quantity === "loss" && split !== "train")) {
      for (const { x, y } of pointsOf(parts, log, evaluations[index], quantity, window))
        if (isWithin(x, window)) yield y;
      continue;
    }
    const column = quantity === "loss" ? "trainLoss" : "learningRate";
    const { from, to } = rowsWithin(log, window, mapping) ?? { from: 0, to: log.length };
    const average = averages && isAveraged(identity) ? smoothColumn(log, column) : null;
    for (let row = Math.max(0, from); row < to; row += Math.ceil((to - from) / MIDDLE_LIMIT))
      yield (average ? average(row) : cell(log, column, row)) ?? Number.NaN;
  }
}

const metaRows = new WeakMap<ColumnLog, readonly number[]>();

/** x of meta-updates, known by their objective; every n-th where there are many. */
function metaTicks(log: ColumnLog, mapping: XMapping, window: XWindow | null): number[] {
  const all = metaRows.get(log) ?? columnValues(log, "objective").flatMap((q, row) => (q === null ? [] : [row]));
  metaRows.set(log, all);
  const within = rowsWithin(log, window, mapping);
  const rows = within ? all.filter((row) => row >= within.from && row < within.to) : all;
  const every = Math.ceil(rows.length / META_TICK_LIMIT);
  return rows
    .filter((_, index) => index % every === 0)
    .map((row) => xOfStep(log, cell(log, "step", row) ?? row, mapping))
    .filter((x) => isWithin(x, window));
}
