import { selectFitFigure } from "../../store/fit/fitSelectors";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import { ImageFit } from "./ImageFit";
import { ParityFit } from "./ParityFit";
import { ReconstructionFit } from "./ReconstructionFit";
import { SurfaceFit } from "./SurfaceFit";
import { TranslationFit } from "./TranslationFit";

/** What the runs have learned where it is no function of one input: all that the page's first view does not need. */
export function OtherFit() {
  const { picture, runs, when } = useChartsInTurn(selectFitFigure);
  switch (picture.kind) {
    case "surface":
      return <SurfaceFit picture={picture} runs={runs} when={when} />;
    case "images":
      return <ImageFit picture={picture} runs={runs} when={when} />;
    case "reconstruction":
      return <ReconstructionFit picture={picture} runs={runs} when={when} />;
    case "parity":
      return <ParityFit />;
    case "translations":
      return <TranslationFit />;
    case "function":
    case "none":
      return null;
  }
}
