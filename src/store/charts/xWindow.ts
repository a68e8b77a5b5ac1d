import { TIME_CHARTS, type TimeChartId } from "../experiment/chartAxes";
import { type ColumnLog, EMPTY_LOG, rowOfStep } from "../experiment/columns";
import { createStableSelector } from "../experiment/memo";
import type { ExperimentState } from "../experiment/state";
import type { RowWindow } from "./sampleRows";
import { mappingOf, stepOfLogAtX, type XMapping, xOfStep } from "./xAxis";

/** The part of its x-axis that a chart draws, in units of the axis, ends included; `to` may be infinite. */
export interface XWindow {
  from: number;
  to: number;
  isLog: boolean;
}

/** Smallest x of a log axis in units of the axis where no run says: a step, or a millisecond. */
const LEAST_SECONDS = 0.001;

/** Of each chart over time; null: all of it, on a straight axis. The same object as long as it reads the same. */
export const X_WINDOWS = Object.fromEntries(
  TIME_CHARTS.map((chart) => [chart, createStableSelector((state) => windowOf(state, chart))]),
) as Record<TimeChartId, (state: ExperimentState) => XWindow | null>;

function windowOf(state: ExperimentState, chart: TimeChartId): XWindow | null {
  const { zoom, firstStep, axes } = state.display;
  const isLog = axes[chart].x === "log";
  const steps = zoom ?? (firstStep > 0 ? [firstStep, Number.POSITIVE_INFINITY] : null);
  if (!steps && !isLog) return null;
  const mapping = mappingOf(state);
  const log = (state.runs.find(({ run }) => run === state.focusRun) ?? state.runs[0])?.columns ?? EMPTY_LOG;
  const at = (step: number) => (Number.isFinite(step) ? xOfStep(log, step, mapping) : step);
  const [from, to] = [at(steps?.[0] ?? 0), at(steps?.[1] ?? Number.POSITIVE_INFINITY)];
  const least = isLog ? leastX(state, mapping) : 0;
  // on an axis of costs what was not reached yet has no place
  return from < to ? { from: Math.max(from, least), to: Math.max(to, 2 * least), isLog } : null;
}

/** The smallest x with a logarithm: where the first step of any run ends. */
function leastX({ runs }: ExperimentState, mapping: XMapping): number {
  const ends = runs.map(({ columns }) => xOfStep(columns, 1, mapping)).filter((x) => x > 0);
  return ends.length > 0 ? Math.min(...ends) : mapping.axis === "seconds" ? LEAST_SECONDS : 1;
}

/** The rows of a log that lie in a window. */
export function rowsWithin(log: ColumnLog, window: XWindow | null, mapping: XMapping): RowWindow | null {
  if (!window) return null;
  const rowAt = (x: number) => rowOfStep(log, stepOfLogAtX(log, x, mapping));
  const { from, to, isLog } = window;
  return { from: rowAt(from), to: Number.isFinite(to) ? rowAt(to) + 1 : log.length, isLog };
}

/** Points within a window with one neighbour at either side, and those of them that lie in it. */
export const isWithin = (x: number, window: XWindow | null): boolean =>
  window === null || (x >= window.from && x <= window.to);

/** Items ascending in x that a window shows, and the nearest one beyond either end. */
export function withNeighbours<Item extends { x: number }>(
  items: readonly Item[],
  window: XWindow | null,
): readonly Item[] {
  if (!window) return items;
  const first = items.findIndex(({ x }) => x >= window.from);
  const last = items.findLastIndex(({ x }) => x <= window.to);
  return first < 0 ? items.slice(-1) : items.slice(Math.max(0, first - 1), last + 2);
}

/** The last item that a window shows; null where there is none. */
export function endWithin<Item extends { x: number }>(items: readonly Item[], window: XWindow | null): Item | null {
  return items.findLast(({ x }) => isWithin(x, window)) ?? null;
}
