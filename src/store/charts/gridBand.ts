import { GRID_SERIES } from "../../config/experiment/learningRateGrid";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { type ColumnLog, cell, columnValues, lastValue } from "../experiment/columns";
import type { LossSplit, RunState } from "../experiment/state";
import {
  type BandPoint,
  type ChartPoint,
  type GridBand,
  type Quantity,
  type SeriesModel,
  tokenOf,
} from "./chartModels";
import { bucketSize, extremes } from "./downsample";
import { bucketEdges, sampleRows } from "./sampleRows";
import { type XMapping, xOfStep } from "./xAxis";
import { rowsWithin, withNeighbours, type XWindow } from "./xWindow";

/** The run of a grid with the lowest training loss: over whole splits at the latest evaluation, on the last batch before one. */
export function bestOfGrid(grid: readonly RunState[]): RunState | null {
  const going = grid.filter(
    ({ status, columns }) => status !== "diverged" && status !== "failed" && columns.length > 0,
  );
  const lossOf = ({ evaluations, columns }: RunState): number => {
    const evaluation = evaluations.at(-1);
    const isLater = evaluation !== undefined && evaluation.step > 0;
    return (isLater ? evaluation.trainLoss : lastValue(columns, "trainLoss")) ?? Number.POSITIVE_INFINITY;
  };
  return going.reduce<RunState | null>((best, run) => (!best || lossOf(run) < lossOf(best) ? run : best), null);
}

/** A rate of a grid, which has two digits. */
export const formatRate = (rate: number): string => String(Number(rate.toPrecision(2)));

/** Name, colour and state of a grid as one series. */
export function gridIdentity(grid: readonly RunState[], hiddenRuns: readonly string[]): SeriesModel | null {
  const [first] = grid;
  if (!first) return null;
  const { name } = OPTIMIZERS[first.optimizer];
  const allDiverged = grid.every(({ status }) => status === "diverged");
  return {
    run: GRID_SERIES,
    optimizer: first.optimizer,
    name: `${name}, ${grid.length} fixed η`,
    token: tokenOf(first.optimizer),
    variant: 0,
    visibility: hiddenRuns.includes(GRID_SERIES) ? "hidden" : "shown",
    status: allDiverged ? "diverged" : first.status === "diverged" ? "running" : first.status,
    message: allDiverged ? `All ${grid.length} fixed learning rates diverged.` : null,
  };
}

/** The band of a quantity. `grid` are the grid's runs alone, all as far as each other where they did not diverge. */
export function gridBand(
  quantity: Exclude<Quantity, "accuracy">,
  grid: readonly RunState[],
  hiddenRuns: readonly string[],
  split: LossSplit,
  mapping: XMapping,
  window: XWindow | null,
): GridBand | null {
  const identity = gridIdentity(grid, hiddenRuns);
  if (!identity) return null;
  const going = grid.filter(({ status }) => status !== "diverged" && status !== "failed");
  const best = bestOfGrid(grid);
  const bestRate = best?.hyperparams.learningRate ?? null;
  const log = best?.columns ?? null;
  const points = !log
    ? []
    : quantity === "loss" && split !== "train"
      ? withNeighbours(evaluationBand(going, log, mapping, "testLoss"), window)
      : columnBand(going, log, quantity === "loss" ? "trainLoss" : "learningRate", mapping, window);
  const isSampled = log !== null && quantity === "loss" && split === "train";
  const edge = isSampled
    ? lowerEdge(going, log, mapping, window)
    : points.map(({ step, x, low }) => ({ step, x, y: quantity === "loss" ? low : (bestRate ?? low) }));
  const label = bestRate === null ? identity.name : `fixed η ${formatRate(bestRate)}`;
  return { ...identity, method: OPTIMIZERS[identity.optimizer].name, size: grid.length, points, edge, bestRate, label };
}

/** The range of a column over runs, in buckets of rows as the lines have them: one row each up to 149 rows. */
export function columnBand(
  going: readonly Pick<RunState, "columns">[],
  log: ColumnLog,
  column: "trainLoss" | "learningRate",
  mapping: XMapping,
  window: XWindow | null,
): BandPoint[] {
  const rows = rowsWithin(log, window, mapping);
  const edges = rows ? bucketEdges(Math.max(0, rows.from), rows.to, rows.isLog) : null;
  const size = bucketSize(log.length);
  const startOf = (row: number) => (edges ? edges.findLast((edge) => edge <= row) : Math.floor(row / size) * size);
  const buckets = new Map<number, { low: number; high: number }>();
  for (const { columns } of going) {
    for (const { row, value } of sampleRows(columns, column, rows)) {
      const start = startOf(row) ?? row;
      const { low, high } = buckets.get(start) ?? { low: value, high: value };
      buckets.set(start, { low: Math.min(low, value), high: Math.max(high, value) });
    }
  }
  const last = log.length - 1;
  return [...buckets]
    .toSorted(([a], [b]) => a - b)
    .map(([start, range], index, all) => {
      const row = index === all.length - 1 ? Math.min(last, rows?.to ?? last) : start;
      const step = cell(log, "step", row) ?? row;
      return { step, x: xOfStep(log, step, mapping), ...range };
    });
}

/** The smallest loss of every step, sampled as a run's own line is, so that what is read at a step lies on it. */
function lowerEdge(
  going: readonly RunState[],
  log: ColumnLog,
  mapping: XMapping,
  window: XWindow | null,
): ChartPoint[] {
  const columns = going.map((run) => columnValues(run.columns, "trainLoss"));
  const least = Array.from({ length: log.length }, (_, row) =>
    columns.reduce((low, values) => Math.min(low, finiteOr(values[row], low)), Number.POSITIVE_INFINITY),
  );
  const within = rowsWithin(log, window, mapping);
  const edges = within ? bucketEdges(Math.max(0, within.from), within.to, within.isLog) : evenEdges(log.length);
  const rows = new Set(within ? [within.from - 1, within.to] : [0, log.length - 1]);
  for (const [index, edge] of edges.entries())
    for (const { row } of extremes(least, edge, edges[index + 1] ?? edge)) rows.add(row);
  return [...rows]
    .toSorted((a, b) => a - b)
    .flatMap((row) => {
      const step = cell(log, "step", row);
      const y = least[row] ?? Number.NaN;
      return step !== null && Number.isFinite(y) ? [{ step, x: xOfStep(log, step, mapping), y }] : [];
    });
}

function evenEdges(rows: number): number[] {
  const size = bucketSize(rows);
  return Array.from({ length: Math.ceil(rows / size) + 1 }, (_, index) => index * size);
}

const finiteOr = (value: number | null | undefined, other: number): number =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : other;

/** The range of a measurement over runs, at every evaluation. */
export function evaluationBand(
  going: readonly Pick<RunState, "evaluations">[],
  log: ColumnLog,
  mapping: XMapping,
  name: "testLoss" | "testMetric",
): BandPoint[] {
  const steps = new Map<number, number[]>();
  for (const { evaluations } of going)
    for (const { step, [name]: value } of evaluations)
      if (Number.isFinite(value)) steps.set(step, [...(steps.get(step) ?? []), value]);
  return [...steps]
    .toSorted(([a], [b]) => a - b)
    .map(([step, losses]) => ({
      step,
      x: xOfStep(log, step, mapping),
      low: Math.min(...losses),
      high: Math.max(...losses),
    }));
}
