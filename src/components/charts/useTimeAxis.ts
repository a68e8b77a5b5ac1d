import { selectLearningRateChart, selectObjectiveChart } from "../../store/chartSelectors";
import { useCharts } from "../../store/experimentStore";
import type { ExperimentState, XAxis } from "../../store/state";
import { growingEnd } from "./ticks";

/** The shortest axis drawn, so that the first steps do not make it jump. */
const LEAST: Record<XAxis, number> = { steps: 20, epochs: 1, seconds: 0.2, "gradient evaluations": 20 };

/** Where the time axis of all charts ends: a round number past the longest run, at most the planned steps. */
export function selectTimeEnd(state: ExperimentState): number {
  const { xAxis } = state.view;
  const reached = Math.max(selectLearningRateChart(state).xDomain[1], selectObjectiveChart(state).xDomain[1]);
  return growingEnd(
    reached,
    LEAST[xAxis],
    xAxis === "steps" && state.config.steps > 0 ? state.config.steps : undefined,
  );
}

/** The end of the shared time axis; all time charts follow it. */
export function useTimeEnd(): number {
  return useCharts(selectTimeEnd);
}
