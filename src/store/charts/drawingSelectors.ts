import { createSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState, XAxis } from "../experiment/state";
import { selectLearningRateChart, selectLossChart, selectObjectiveChart } from "./chartSelectors";
import { growingEnd } from "./growingEnd";

/** The shortest axis drawn, so that the first steps do not make it jump. */
const LEAST: Record<XAxis, number> = { steps: 20, epochs: 1, seconds: 0.2, "gradient evaluations": 20 };

/** Where the time axis of all charts ends: a round number past the longest run, at most the planned steps. */
export function selectTimeEnd(state: ExperimentState): number {
  const { xAxis } = state.display;
  const reached = Math.max(selectLearningRateChart(state).xDomain[1], selectObjectiveChart(state).xDomain[1]);
  const planned = xAxis === "steps" && state.config.steps > 0 ? state.config.steps : undefined;
  return growingEnd(reached, LEAST[xAxis], planned);
}

/** What the loss chart draws, all of one moment. */
export const selectLossDrawing = createSelector(
  (state) => ({
    model: selectLossChart(state),
    runs: state.runs,
    split: state.display.lossSplit,
    xEnd: selectTimeEnd(state),
  }),
  (drawing) => drawing,
);

/** What the chart of η draws, all of one moment. */
export const selectLearningRateDrawing = createSelector(
  (state) => ({ model: selectLearningRateChart(state), xEnd: selectTimeEnd(state) }),
  (drawing) => drawing,
);

/** What the chart of Q draws, all of one moment. */
export const selectObjectiveDrawing = createSelector(
  (state) => ({
    model: selectObjectiveChart(state),
    xEnd: selectTimeEnd(state),
    reached: selectLearningRateChart(state).series.find(({ run }) => run === metaRunOf(state)?.run)?.last?.x ?? 0,
  }),
  (drawing) => drawing,
);
