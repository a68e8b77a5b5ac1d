import type { SeriesModel } from "../charts/chartModels";
import { selectSeries } from "../charts/seriesSelectors";
import { snapshotAt } from "../experiment/history";
import { createListSelector, createSelector } from "../experiment/memo";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState, Prediction } from "../experiment/state";
import { atStep, nameAt } from "../words/atStep";

/** A shown run and what it predicted at the step shown; of another step than the newest, its name says of which. */
export interface FittedRunModel extends SeriesModel {
  prediction: Prediction | null;
}

/** What a fit draws of its task: the picture, the shown runs, and the words for which step they are (null before the first). */
export interface FitProps<Picture> {
  picture: Picture;
  runs: readonly FittedRunModel[];
  when: string | null;
}

const selectPredictions = createListSelector((state) =>
  state.runs.map(({ predictions }) => snapshotAt(predictions, shownStep(state)) ?? null),
);

/** The task's picture and what each shown run predicts for it; `step` is of the newest prediction. A saved run has none. */
export const selectFit = createSelector(
  (state) => ({
    picture: state.picture,
    series: selectSeries(state),
    predictions: selectPredictions(state),
    isSaved: state.status === "saved",
  }),
  ({ picture, series, predictions, isSaved }) => {
    const shown = series.flatMap((identity, index) =>
      identity.visibility === "shown" ? [{ ...identity, prediction: predictions[index] ?? null }] : [],
    );
    const steps = shown.flatMap(({ prediction }) => prediction?.step ?? []);
    const step = steps.length > 0 ? Math.max(...steps) : null;
    const runs = shown.map(
      (run): FittedRunModel => ({
        ...run,
        name: run.prediction && step !== null ? nameAt(run.name, run.prediction.step, step) : run.name,
      }),
    );
    return { picture, runs, step, isSaved };
  },
);

/** The same with the words for which step the fits are, so that both are drawn at once: words that hurry ahead would be wrong. */
export const selectFitFigure = createSelector(
  (state) => ({ fit: selectFit(state), when: selectFitWhen(state) }),
  ({ fit, when }) => ({ ...fit, when }),
);

/** Of which step the fits are, and of which they were asked for: "at step 96, kept last before 200"; null before the first. */
export function selectFitWhen(state: ExperimentState): string | null {
  const { step } = selectFit(state);
  return step === null ? null : atStep(step, shownStep(state));
}
