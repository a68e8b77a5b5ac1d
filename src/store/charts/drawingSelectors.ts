import { TIME_CHARTS, type TimeChartId } from "../experiment/chartAxes";
import { type ColumnLog, cell } from "../experiment/columns";
import { createSelector, createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState, XAxis } from "../experiment/state";
import { selectAccuracyChart, selectLearningRateChart, selectLossChart, selectObjectiveChart } from "./chartSelectors";
import { growingEnd } from "./growingEnd";
import { mappingOf, xOfStep } from "./xAxis";
import { X_WINDOWS } from "./xWindow";

/** The shortest axis drawn, so that the first steps do not make it jump. */
const LEAST: Record<XAxis, number> = { steps: 20, epochs: 1, seconds: 0.2, "gradient evaluations": 20 };

/** Where the time axis of all charts ends: a round number past the longest run, at most the planned steps. */
function selectTimeEnd(state: ExperimentState): number {
  const { xAxis } = state.display;
  const reached = Math.max(selectLearningRateChart(state).xDomain[1], selectObjectiveChart(state).xDomain[1]);
  const planned = xAxis === "steps" && state.config.steps > 0 ? state.config.steps : undefined;
  return growingEnd(reached, LEAST[xAxis], planned);
}

/** The part of the time axis that a chart draws, in its units; one that is no part runs from 0 to the end of all. */
function timeRange(state: ExperimentState, chart: TimeChartId): readonly [number, number] {
  const window = X_WINDOWS[chart](state);
  const end = selectTimeEnd(state);
  if (!window) return [0, end];
  if (window.to < Number.POSITIVE_INFINITY) return [window.from, window.to];
  return [window.from, end > window.from ? end : window.from + LEAST[state.display.xAxis]];
}

/** The drawn part of the time axis of each chart. */
export const TIME_RANGES = Object.fromEntries(
  TIME_CHARTS.map((chart) => [chart, createStableSelector((state) => timeRange(state, chart))]),
) as Record<TimeChartId, (state: ExperimentState) => readonly [number, number]>;

/** What the loss chart draws, all of one moment. */
export const selectLossDrawing = createSelector(
  (state) => ({
    model: selectLossChart(state),
    runs: state.runs,
    split: state.display.lossSplit,
    xRange: TIME_RANGES.loss(state),
  }),
  (drawing) => drawing,
);

/** What the chart of η draws, all of one moment. */
export const selectLearningRateDrawing = createSelector(
  (state) => ({ model: selectLearningRateChart(state), xRange: TIME_RANGES.rate(state) }),
  (drawing) => drawing,
);

/** What the chart of accuracy draws, all of one moment. */
export const selectAccuracyDrawing = createSelector(
  (state) => ({ model: selectAccuracyChart(state), xRange: TIME_RANGES.accuracy(state) }),
  (drawing) => drawing,
);

/** Where a run stands on the time axis. */
const reachedBy = (state: ExperimentState, log: ColumnLog | undefined): number =>
  log ? xOfStep(log, cell(log, "step", log.length - 1) ?? 0, mappingOf(state)) : 0;

/** What the chart of Q draws, all of one moment. */
export const selectObjectiveDrawing = createSelector(
  (state) => ({
    model: selectObjectiveChart(state),
    xRange: TIME_RANGES.q(state),
    reached: reachedBy(state, metaRunOf(state)?.columns),
  }),
  (drawing) => drawing,
);
