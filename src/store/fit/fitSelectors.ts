import type { SeriesModel } from "../charts/chartModels";
import { selectSeries } from "../charts/seriesSelectors";
import { snapshotAt } from "../experiment/history";
import { createListSelector, createSelector } from "../experiment/memo";
import { shownStep } from "../experiment/shownStep";
import type { Prediction } from "../experiment/state";

/** A shown run and what it predicted at the step shown. */
export interface FittedRunModel extends SeriesModel {
  prediction: Prediction | null;
}

const selectPredictions = createListSelector((state) =>
  state.runs.map(({ predictions }) => snapshotAt(predictions, shownStep(state)) ?? null),
);

/** The task's picture and what each shown run predicts for it. */
export const selectFit = createSelector(
  (state) => ({ picture: state.picture, series: selectSeries(state), predictions: selectPredictions(state) }),
  ({ picture, series, predictions }) => ({
    picture,
    runs: series.flatMap((identity, index): FittedRunModel[] =>
      identity.visibility === "shown" ? [{ ...identity, prediction: predictions[index] ?? null }] : [],
    ),
  }),
);
