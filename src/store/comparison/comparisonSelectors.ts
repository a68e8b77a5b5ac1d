import { isGridRun } from "../../config/experiment/learningRateGrid";
import { setByHand } from "../../config/experiment/setByHand";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import type { Evaluation } from "../../config/tables/metrics";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import { settingsIn } from "../../config/tables/taskSettings";
import { bestOfGrid, formatRate, gridIdentity } from "../charts/gridBand";
import { selectSeries } from "../charts/seriesSelectors";
import { cell, lastValue, rowOfStep } from "../experiment/columns";
import { snapshotAt } from "../experiment/history";
import { createStableSelector } from "../experiment/memo";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState, RunState } from "../experiment/state";
import { formatNumber } from "../words/format";
import { metricOf } from "../words/metricWords";
import { settingPhrase } from "../words/settingWords";
import type { ComparisonModel, ComparisonRow } from "./comparisonModels";
import { bestOf } from "./ranking";

type Measured = Omit<ComparisonRow, "best">;

/** The race as a table, in racing order. Hidden runs keep their row. */
export const selectComparison = createStableSelector((state): ComparisonModel => {
  const { config, runs } = state;
  const identities = selectSeries(state);
  const at = shownStep(state);
  const evaluated = runs.flatMap(({ evaluations }) => snapshotAt(evaluations, at)?.step ?? []);
  const evaluatedAt = evaluated.length > 0 ? Math.max(...evaluated) : null;
  const rows = runs.flatMap((run, index): Measured[] => {
    const identity = identities[index];
    const how = { settings: settingsText(run), tuned: tunedText(state, run) };
    return identity ? [{ ...identity, ...measured(run, at, evaluatedAt), ...how }] : [];
  });
  const metric = metricOf(config);
  const best = bestOf(rows, metric);
  const band = gridRow(state, evaluatedAt);
  return {
    rows: [...rows.map((row) => ({ ...row, best: best(row) })), ...(band ? [{ ...band, best: [] }] : [])],
    evaluatedAt,
    metric,
    fairness: fairnessText(runs),
  };
});

/** A grid of learning rates as one row: the numbers of the best of its runs. */
function gridRow(state: ExperimentState, evaluatedAt: number | null): Measured | null {
  const { runs, display } = state;
  const grid = runs.filter(({ run }) => isGridRun(run));
  const identity = gridIdentity(grid, display.hiddenRuns);
  const [first] = grid;
  if (!identity || !first) return null;
  const rates = grid.map(({ hyperparams }) => formatRate(hyperparams.learningRate));
  const diverged = grid.filter(({ status }) => status === "diverged").length;
  const tuned = `best of ${grid.length} fixed η from ${rates[0]} to ${rates.at(-1)}${diverged > 0 ? `, ${diverged} diverged` : ""}`;
  const best = bestOfGrid(grid);
  return {
    ...identity,
    ...measured(best ?? first, shownStep(state), evaluatedAt),
    settings: settingsText(first),
    tuned,
  };
}

/**
 * Losses of the last evaluation at or before a step (null: of all), η in it, and what a step costs. A run that takes no more steps is
 * not evaluated again: its numbers are of its last evaluation that is finite, which is told where another is the table's.
 */
function measured(
  { evaluations, columns, cost, status }: RunState,
  at: number | null,
  evaluatedAt: number | null,
): Omit<Measured, keyof ReturnType<typeof selectSeries>[number] | "settings" | "tuned"> {
  const hasStopped = status === "diverged" || status === "failed";
  const evaluation = snapshotAt(hasStopped ? evaluations.filter(isMeasured) : evaluations, at);
  const isOlder = hasStopped && evaluation !== undefined && evaluation.step !== evaluatedAt;
  const row = at === null ? undefined : rowOfStep(columns, at);
  return {
    measuredAt: isOlder ? evaluation.step : null,
    trainLoss: finite(evaluation?.trainLoss),
    testLoss: finite(evaluation?.testLoss),
    testMetric: finite(evaluation?.testMetric),
    learningRate: finite(lastValue(columns, "learningRate", row)),
    msPerStep: cost?.msPerStep ?? null,
    forwardPasses: cost?.forwardPasses ?? null,
    backwardPasses: cost?.backwardPasses ?? null,
    peakBytes: cost?.peakBytes ?? null,
  };
}

const isMeasured = ({ trainLoss }: Evaluation): boolean => Number.isFinite(trainLoss);

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** What a row names beside η. */
const NAMED = ["momentum", "beta1", "beta2", "damping"] as const;

function settingsText({ optimizer, hyperparams }: RunState): string {
  return NAMED.filter((name) => readsHyperparam(optimizer, name))
    .map((name) => settingPhrase(optimizer, name, hyperparams[name]))
    .join(", ");
}

/** How the task's settings were chosen, and which of them were changed by hand. */
function tunedText({ config }: ExperimentState, { run, optimizer }: RunState): string {
  const start = config.optimizers.find((entry) => entry.run === run)?.hyperparams;
  const info = taskInfo(config);
  if (!start || !info) return "as given";
  const changed = setByHand(config, { id: optimizer, hyperparams: start });
  const { tuned } = settingsIn(info.settings, optimizer);
  if (changed.length === 0) return tuned;
  const texts = changed.map((name) => settingPhrase(optimizer, name, start[name]));
  return `by hand: ${texts.join(", ")}; the others: ${tuned}`;
}

/** States what every race promises, and the proof: the loss at step 0. */
function fairnessText(runs: readonly RunState[]): string {
  const promise = "Same data, start and batch order for all";
  const first = runs.flatMap(({ columns }) => cell(columns, "trainLoss", 0) ?? []);
  const [loss] = first;
  if (loss === undefined || first.length < runs.length) return `${promise}.`;
  const isEqual = first.every((other) => Math.abs(other - loss) <= 1e-6 * Math.abs(loss));
  return isEqual
    ? `${promise}; loss at step 0 is ${formatNumber(loss)} for each.`
    : `${promise}, but the losses at step 0 differ: ${first.map((value) => formatNumber(value)).join(", ")}.`;
}
