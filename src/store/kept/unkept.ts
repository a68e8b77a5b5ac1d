import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import { rowsAreThinned } from "./keptNotices";
import { thinRuns } from "./thinRuns";

/** Something was trained here: a log from a file or a recording is kept where it came from. */
export const isTrainedHere = ({ step, status, recorded, isRounded }: ExperimentState): boolean =>
  step > 0 && status !== "saved" && status !== "loading" && recorded === null && !isRounded;

/** From now on thins long logs that nothing stores: the page's memory stays bounded, and the page says what that costs. */
export function thinUnkept(experiment: ExperimentStore, isUnkept: (state: ExperimentState) => boolean): void {
  let told: string | null = null;
  const thin = () => {
    const state = experiment.getState();
    if (!isTrainedHere(state) || !isUnkept(state)) return;
    const thinned = thinRuns(state, () => true);
    if (thinned === state) return;
    const isNews = told !== state.experiment;
    told = state.experiment;
    experiment.setState(isNews ? addNotice(thinned, rowsAreThinned) : thinned, true);
  };
  experiment.subscribe((state, before) => {
    if (state.runs !== before.runs) thin();
  });
  thin();
}
