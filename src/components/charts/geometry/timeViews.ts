import { selectLearningRateChart, selectLossChart, selectObjectiveChart } from "../../../store/charts/chartSelectors";
import { createSelector } from "../../../store/experiment/memo";
import { metaRunOf } from "../../../store/experiment/metaRun";
import type { ExperimentState, XAxis } from "../../../store/experiment/state";
import { growingEnd } from "./ticks";

/** The shortest axis drawn, so that the first steps do not make it jump. */
const LEAST: Record<XAxis, number> = { steps: 20, epochs: 1, seconds: 0.2, "gradient evaluations": 20 };

/** Where the time axis of all charts ends: a round number past the longest run, at most the planned steps. */
export function selectTimeEnd(state: ExperimentState): number {
  const { xAxis } = state.view;
  const reached = Math.max(selectLearningRateChart(state).xDomain[1], selectObjectiveChart(state).xDomain[1]);
  const planned = xAxis === "steps" && state.config.steps > 0 ? state.config.steps : undefined;
  return growingEnd(reached, LEAST[xAxis], planned);
}

/** What the loss chart draws, all of one moment. */
export const selectLossView = createSelector(
  (state) => ({
    model: selectLossChart(state),
    runs: state.runs,
    split: state.view.lossSplit,
    xEnd: selectTimeEnd(state),
  }),
  (view) => view,
);

/** What the chart of η draws, all of one moment. */
export const selectLearningRateView = createSelector(
  (state) => ({ model: selectLearningRateChart(state), xEnd: selectTimeEnd(state) }),
  (view) => view,
);

/** What the chart of Q draws, all of one moment. */
export const selectObjectiveView = createSelector(
  (state) => ({
    model: selectObjectiveChart(state),
    xEnd: selectTimeEnd(state),
    reached: selectLearningRateChart(state).series.find(({ run }) => run === metaRunOf(state)?.run)?.last?.x ?? 0,
  }),
  (view) => view,
);
