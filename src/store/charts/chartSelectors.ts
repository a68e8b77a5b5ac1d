import { isGridRun } from "../../config/experiment/learningRateGrid";
import type { TimeChartId } from "../experiment/chartAxes";
import { cell, rowOfStep } from "../experiment/columns";
import { createListSelector, createSelector, createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";
import { lastShown, shownStep } from "../experiment/shownStep";
import type { ExperimentState, RunState } from "../experiment/state";
import { formatNumber } from "../words/format";
import { metricWords } from "../words/metricWords";
import { runName } from "../words/runName";
import type {
  ObjectiveChartModel,
  ObjectivePoint,
  Quantity,
  ReadoutModel,
  ReadoutRow,
  SeriesModel,
  TimeChartModel,
} from "./chartModels";
import { objectiveSummary } from "./chartSummaries";
import { bestOfGrid, gridIdentity } from "./gridBand";
import { selectMarkers } from "./markerSelectors";
import { type ObjectiveParts, objectiveAt, objectivePoints } from "./objectiveChart";
import { selectOverlayLines } from "./overlaySelectors";
import { seedsHoldUntil, selectSeedBands } from "./seedBandSelectors";
import { selectSeries } from "./seriesSelectors";
import { isAveraged, smoothColumn } from "./smoothing";
import { isSmoothed } from "./taskChoices";
import { averagesLoss, timeChart } from "./timeChart";
import { mappingOf, stepOfLogAtX, X_TITLES, xOfStep } from "./xAxis";
import { endWithin, isWithin, X_WINDOWS } from "./xWindow";

const selectLogs = createListSelector(({ runs }) => runs.map(({ columns }) => columns));
const selectGrid = createListSelector(({ runs }) => runs.filter(({ run }) => isGridRun(run)));
const selectEvaluations = createListSelector(({ runs }) => runs.map(({ evaluations }) => evaluations));

/** Which axes a quantity is drawn on. */
const CHART_OF: Record<Quantity, TimeChartId> = { loss: "loss", learningRate: "rate", accuracy: "accuracy" };

function selectTimeChart(quantity: Quantity): (state: ExperimentState) => TimeChartModel {
  const chart = CHART_OF[quantity];
  return createSelector(
    (state) => ({
      logs: selectLogs(state),
      evaluations: selectEvaluations(state),
      identities: selectSeries(state),
      grid: selectGrid(state),
      overlays: selectOverlayLines(state),
      hiddenRuns: state.display.hiddenRuns,
      markers: selectMarkers(state),
      focusRun: metaRunOf(state)?.run ?? null,
      split: state.display.lossSplit,
      score: metricWords(state.config).word,
      isSmooth: isSmoothed(state),
      seedBands: selectSeedBands(state),
      seedsUntil: seedsHoldUntil(state),
      axes: state.display.axes[chart],
      window: X_WINDOWS[chart](state),
      ...mappingOf(state),
    }),
    ({ axis, stepsPerEpoch, ...parts }) => timeChart(quantity, { ...parts, mapping: { axis, stepsPerEpoch } }),
  );
}

/** The share of the test split that is classified right, or BLEU, at evaluations. */
export const selectAccuracyChart = selectTimeChart("accuracy");

/** Loss: the batch's before each step, or the test split's at evaluations. */
export const selectLossChart = selectTimeChart("loss");

/** η used in each step; for APO-P the mean eigenvalue of P. */
export const selectLearningRateChart = selectTimeChart("learningRate");

const objectiveInputs = (state: ExperimentState) => ({
  run: metaRunOf(state),
  config: state.config,
  interventions: state.interventions,
  markers: selectMarkers(state),
  axes: state.display.axes.q,
  window: X_WINDOWS.q(state),
  ...mappingOf(state),
});
function objectiveParts(inputs: ReturnType<typeof objectiveInputs>): ObjectiveParts | null {
  const { run, config, interventions, axis, stepsPerEpoch } = inputs;
  return run && { run, config, interventions, mapping: { axis, stepsPerEpoch } };
}

/** Q of the focus run and its three terms over time. */
export const selectObjectiveChart = createSelector(objectiveInputs, (inputs): ObjectiveChartModel => {
  const parts = objectiveParts(inputs);
  const run = parts?.run.run ?? null;
  const points = parts ? objectivePoints(parts, inputs.window) : [];
  const reached = parts && inputs.window ? objectiveAt(parts, Number.POSITIVE_INFINITY) : points.at(-1);
  const name = run && runName(inputs.config.optimizers, run);
  const markers = inputs.markers.filter(({ run: owner, x }) => owner === run && isWithin(x, inputs.window));
  return {
    run,
    name,
    points,
    axes: inputs.axes,
    xDomain: [0, Math.max(0, reached?.x ?? 0)],
    xTitle: X_TITLES[inputs.axis],
    markers,
    summary: objectiveSummary(name, endWithin(points, inputs.window), markers),
  };
});

/** Q and its terms at the step shown, or at the latest meta-update; null before the first. */
export const selectObjectiveNow = createStableSelector((state): ObjectivePoint | null => {
  const parts = objectiveParts(objectiveInputs(state));
  return parts && objectiveAt(parts, shownStep(state) ?? lastShown(state));
});

function selectReadout(quantity: Quantity): (state: ExperimentState) => ReadoutModel {
  return createStableSelector((state) => {
    const identities = selectSeries(state);
    const step = shownStep(state);
    const mapping = mappingOf(state);
    const rowOf = (identity: SeriesModel, run: Measured, stepsPerEpoch = mapping.stepsPerEpoch): ReadoutRow => {
      const at = valueNear(run, quantity, state, step ?? lastShown(state));
      const x = xOfStep(run.columns, at.step, { ...mapping, stepsPerEpoch });
      return { ...identity, ...at, x, text: at.value === null ? "–" : formatNumber(at.value) };
    };
    const racing = identities.flatMap((identity, index) => {
      const run = state.runs[index];
      return run ? [rowOf(identity, run)] : [];
    });
    const rows = [
      ...racing,
      ...selectOverlayLines(state).map(({ identity, run, stepsPerEpoch }) => rowOf(identity, run, stepsPerEpoch)),
    ];
    const band = quantity === "accuracy" ? null : bandReadout(quantity, state, step ?? lastShown(state));
    const isSmooth = averagesLoss(quantity, { isSmooth: isSmoothed(state), split: state.display.lossSplit });
    return { hover: step === null ? null : { step }, isSmooth, rows: band ? [...rows, band] : rows };
  });
}

/** Loss of every run at the step shown, from the full log. */
export const selectLossReadout = selectReadout("loss");

/** Test accuracy or BLEU of every run at the last evaluation by the step shown. */
export const selectAccuracyReadout = selectReadout("accuracy");

/** η of every run at the step shown, from the full log. */
export const selectLearningRateReadout = selectReadout("learningRate");

type Measured = Pick<RunState, "columns" | "evaluations" | "status">;

/** What a run's line has at a step, or at the last before it. */
function valueNear(run: Measured, quantity: Quantity, state: ExperimentState, step: number) {
  const measured = measuredNear(run, quantity, state, step);
  const split = state.display.lossSplit;
  if (!averagesLoss(quantity, { isSmooth: isSmoothed(state), split }) || !isAveraged(run)) return measured;
  return { ...measured, value: smoothColumn(run.columns, "trainLoss")(rowOfStep(run.columns, step)) };
}

function measuredNear(run: Measured, quantity: Quantity, { display }: ExperimentState, step: number) {
  if (quantity === "accuracy" || (quantity === "loss" && display.lossSplit !== "train")) {
    const evaluation = run.evaluations.findLast((candidate) => candidate.step <= step);
    return {
      step: evaluation?.step ?? 0,
      value: evaluation?.[quantity === "loss" ? "testLoss" : "testMetric"] ?? null,
    };
  }
  const row = rowOfStep(run.columns, step);
  const column = quantity === "loss" ? "trainLoss" : "learningRate";
  return { step: cell(run.columns, "step", row) ?? 0, value: cell(run.columns, column, row) };
}

/** The edge of a grid's band, exactly: the smallest loss of those that did not diverge, or the best rate. */
function bandReadout(quantity: Quantity, state: ExperimentState, step: number): ReadoutRow | null {
  const grid = selectGrid(state);
  const identity = gridIdentity(grid, state.display.hiddenRuns);
  const best = bestOfGrid(grid);
  if (!identity || !best) return null;
  const going =
    quantity === "loss" ? grid.filter(({ status }) => status !== "diverged" && status !== "failed") : [best];
  const found = going.flatMap((run) => measuredNear(run, quantity, state, step));
  const value = found.reduce<number | null>(
    (least, { value: next }) => (next !== null && (least === null || next < least) ? next : least),
    null,
  );
  const at = found[0]?.step ?? 0;
  const x = xOfStep(best.columns, at, mappingOf(state));
  return { ...identity, step: at, x, value, text: value === null ? "–" : formatNumber(value) };
}

/**
 * The step under a place on the x-axis, for `setHover`. Where the axis counts cost, by the cost of the run named, or else of
 * the focus run or the first.
 */
export function stepAtX(state: ExperimentState, x: number, run = state.focusRun): number {
  const log = (state.runs.find((candidate) => candidate.run === run) ?? state.runs[0])?.columns;
  return log ? Math.min(stepOfLogAtX(log, x, mappingOf(state)), state.step) : 0;
}
