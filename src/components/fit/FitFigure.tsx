import { useCharts } from "../../store/experimentStore";
import { selectSeries } from "../../store/selectors";
import type { Prediction } from "../../store/state";
import type { SeriesIdentity } from "../../store/viewModels";
import { FunctionFit } from "./FunctionFit";
import { ImageFit } from "./ImageFit";
import { SurfaceFit } from "./SurfaceFit";

/** A shown run and what it predicts now. */
export interface FittedRun extends SeriesIdentity {
  prediction: Prediction | null;
}

/** What the runs have learned, in the task's own picture; nothing for a task without one. */
export function FitFigure() {
  const picture = useCharts((state) => state.picture);
  const runs = useCharts((state) => state.runs);
  const series = useCharts(selectSeries);
  const fitted = series.flatMap((identity, index): FittedRun[] =>
    identity.visibility === "shown" ? [{ ...identity, prediction: runs[index]?.prediction ?? null }] : [],
  );
  switch (picture.kind) {
    case "function":
      return <FunctionFit picture={picture} runs={fitted} />;
    case "surface":
      return <SurfaceFit picture={picture} runs={fitted} />;
    case "images":
      return <ImageFit picture={picture} runs={fitted} />;
    case "none":
      return null;
  }
}

/** Step of the newest prediction, null before the first. */
export function fitStep(runs: readonly FittedRun[]): number | null {
  const steps = runs.flatMap(({ prediction }) => (prediction ? [prediction.step] : []));
  return steps.length === 0 ? null : Math.max(...steps);
}
