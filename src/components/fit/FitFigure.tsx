import type { SeriesIdentity } from "../../store/charts/chartModels";
import { selectSeries } from "../../store/charts/seriesSelectors";
import { snapshotAt } from "../../store/experiment/history";
import { createListSelector, createSelector } from "../../store/experiment/memo";
import { shownStep } from "../../store/experiment/shownStep";
import type { Prediction } from "../../store/experiment/state";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import { FunctionFit } from "./FunctionFit";
import { ImageFit } from "./ImageFit";
import { ReconstructionFit } from "./ReconstructionFit";
import { SurfaceFit } from "./SurfaceFit";

/** A shown run and what it predicted at the step shown. */
export interface FittedRun extends SeriesIdentity {
  prediction: Prediction | null;
}

const selectPredictions = createListSelector((state) =>
  state.runs.map(({ predictions }) => snapshotAt(predictions, shownStep(state)) ?? null),
);

/** The task's picture and what each shown run predicts for it. */
const selectFit = createSelector(
  (state) => ({ picture: state.picture, series: selectSeries(state), predictions: selectPredictions(state) }),
  ({ picture, series, predictions }) => ({
    picture,
    runs: series.flatMap((identity, index): FittedRun[] =>
      identity.visibility === "shown" ? [{ ...identity, prediction: predictions[index] ?? null }] : [],
    ),
  }),
);

/** What the runs have learned, in the task's own picture; nothing for a task without one. */
export function FitFigure() {
  const { picture, runs } = useChartsInTurn(selectFit);
  switch (picture.kind) {
    case "function":
      return <FunctionFit picture={picture} runs={runs} />;
    case "surface":
      return <SurfaceFit picture={picture} runs={runs} />;
    case "images":
      return <ImageFit picture={picture} runs={runs} />;
    case "reconstruction":
      return <ReconstructionFit picture={picture} runs={runs} />;
    case "none":
      return null;
  }
}

/** Step of the newest prediction, null before the first. */
export function fitStep(runs: readonly FittedRun[]): number | null {
  const steps = runs.flatMap(({ prediction }) => (prediction ? [prediction.step] : []));
  return steps.length === 0 ? null : Math.max(...steps);
}
