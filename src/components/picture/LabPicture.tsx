import { flushSync } from "react-dom";
import { useExperiment } from "../../store/experiment/experimentStore";
import { isPictureFolded } from "../../store/experiment/plane/pictureState";
import { selectPicture } from "../../store/picture/pictureSelectors";
import { useActions } from "../ui/actionsContext";
import { viewTestId } from "../ui/testIds";
import { PHONE, useMediaQuery } from "../ui/useMediaQuery";
import { PictureThetaKeys } from "./PictureThetaKeys";
import { ProximalFigure } from "./ProximalFigure";

/** The picture on the prices of the run whose sliders are shown: its sliders and those beside the charts are the same. */
export function LabPicture() {
  const actions = useActions();
  const model = useExperiment(selectPicture);
  const isFolded = useExperiment(isPictureFolded);
  const isLandscapeOpen = useExperiment((state) => state.display.openViews.includes("landscape"));
  const isPhone = useMediaQuery(PHONE);
  const showLandscape = () => {
    if (!isLandscapeOpen) flushSync(() => actions.toggleView("landscape"));
    document.querySelector<HTMLElement>(`[data-testid="${viewTestId("landscape")}"]`)?.focus();
  };
  return (
    <ProximalFigure
      model={model}
      isFolded={isFolded}
      areInToolbar
      doubled={isPhone ? [] : model.acting}
      thetaKeys={<PictureThetaKeys theta={model.theta} onTheta={actions.setPictureTheta} />}
      onFold={actions.foldPicture}
      onPrice={actions.setPicturePrice}
      onTheta={actions.setPictureTheta}
      onMore={showLandscape}
    />
  );
}
