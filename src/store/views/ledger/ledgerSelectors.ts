import { amortizedPasses, META_STEP_PASSES, type Passes, STEP_PASSES } from "../../../config/formulas/passes";
import { hasMetaUpdates } from "../../../config/tables/hyperparamRange";
import type { SeriesModel } from "../../charts/chartModels";
import { selectSeries } from "../../charts/seriesSelectors";
import { type ColumnLog, cell, rowOfStep } from "../../experiment/columns";
import { hyperparamAt } from "../../experiment/hyperparamAt";
import { createStableSelector } from "../../experiment/memo";
import { shownStep } from "../../experiment/shownStep";
import type { ExperimentState, RunState } from "../../experiment/state";
import { formatMs } from "../../words/milliseconds";

/** Steps that the measured means are over. */
const WINDOW = 100;

/** Milliseconds of steps with and without a meta-update, medians; null where there was none. */
interface StepTimes {
  plain: number | null;
  meta: number | null;
}

/** What a step of a method costs. Null: not known yet. */
export interface LedgerRow extends SeriesModel {
  /** Passes over a batch that every step takes. */
  every: Passes | null;
  /** The meta-step's extra passes ÷ K, with the K of the step shown, else of now; null for a method without. */
  meta: (Passes & { interval: number }) | null;
  total: Passes | null;
  /** Means of the columns over the last 100 steps up to the one shown. */
  counted: Passes | null;
  /** Median of the recent steps. */
  msPerStep: number | null;
  times: StepTimes;
  tensorBytes: number | null;
  /** Bytes kept between steps over those of the weights. */
  bytesRatio: number | null;
}

export interface LedgerModel {
  rows: readonly LedgerRow[];
  /** The most passes of any row: the length of the bars' scale. */
  most: number;
  /** One meta-step: "3 forward + 1 backward". */
  metaStep: Passes;
  summary: string;
}

/** Passes, milliseconds and bytes of every run; live with K. */
export const selectLedger = createStableSelector((state): LedgerModel => {
  const identities = selectSeries(state);
  const rows = state.runs.flatMap((run, index): LedgerRow[] => {
    const identity = identities[index];
    return identity ? [{ ...identity, ...costOf(run, state) }] : [];
  });
  const most = Math.max(2, ...rows.map(({ total }) => (total ? total.forward + total.backward : 0)));
  return { rows, most, metaStep: META_STEP_PASSES, summary: summaryOf(rows) };
});

function costOf(run: RunState, state: ExperimentState): Omit<LedgerRow, keyof SeriesModel> {
  const { cost, columns, optimizer } = run;
  const weights = state.sizes ? 4 * state.sizes.parameterCount : null;
  const interval = hyperparamAt(state, run, "metaUpdateInterval", shownStep(state));
  const meta = hasMetaUpdates(optimizer) ? { ...amortizedPasses(interval), interval } : null;
  const every = meta ? STEP_PASSES : cost && { forward: cost.forwardPasses, backward: cost.backwardPasses };
  const total =
    every && meta ? { forward: every.forward + meta.forward, backward: every.backward + meta.backward } : every;
  const last = rowOfStep(columns, shownStep(state) ?? state.step);
  return {
    every,
    meta,
    total,
    counted: countedOf(columns, last),
    msPerStep: cost?.msPerStep ?? null,
    times: timesOf(columns, last),
    tensorBytes: cost?.tensorBytes ?? null,
    bytesRatio: cost && weights ? cost.tensorBytes / weights : null,
  };
}

function rowsUpTo(last: number): number[] {
  const from = Math.max(0, last - WINDOW + 1);
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

function countedOf(log: ColumnLog, last: number): Passes | null {
  const rows = rowsUpTo(last);
  if (rows.length === 0) return null;
  const mean = (column: "forwardPasses" | "backwardPasses") =>
    rows.reduce((sum, row) => sum + (cell(log, column, row) ?? 0), 0) / rows.length;
  return { forward: mean("forwardPasses"), backward: mean("backwardPasses") };
}

/** A step's time is the growth of the run's own seconds. */
function timesOf(log: ColumnLog, last: number): StepTimes {
  const plain: number[] = [];
  const meta: number[] = [];
  for (const row of rowsUpTo(last)) {
    if (row > 0 && log.thinned && cell(log, "step", row - 1) !== (cell(log, "step", row) ?? 0) - 1) continue;
    const [before, after] = [row === 0 ? 0 : cell(log, "seconds", row - 1), cell(log, "seconds", row)];
    if (before === null || after === null) continue;
    (cell(log, "objective", row) === null ? plain : meta).push(1000 * (after - before));
  }
  return { plain: median(plain), meta: median(meta) };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

function summaryOf(rows: readonly LedgerRow[]): string {
  const known = rows.flatMap(({ name, total, meta, msPerStep }) => {
    if (!total) return [];
    const time = msPerStep === null ? "" : `, ${formatMs(msPerStep, 1)} ms`;
    const cost = `${name} ${passesText(total)}${time}`;
    return [meta ? `${cost}, its meta-step ÷ K = ${meta.interval}: ${passesText(meta)}` : cost];
  });
  return known.length === 0 ? "Cost of a step: nothing trained yet." : `Cost of one step: ${known.join("; ")}.`;
}

/** "1.30 f + 1.10 b"; of a solver's many, "162 f + 81 b". */
export function passesText({ forward, backward }: Passes): string {
  return `${countText(forward)} f + ${countText(backward)} b`;
}

const countText = (count: number): string => count.toFixed(count < 10 ? 2 : count < 100 ? 1 : 0);
