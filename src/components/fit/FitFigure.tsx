import { selectFit } from "../../store/fit/fitSelectors";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import { FunctionFit } from "./FunctionFit";
import { ImageFit } from "./ImageFit";
import { ReconstructionFit } from "./ReconstructionFit";
import { SurfaceFit } from "./SurfaceFit";

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
