import { useCallback } from "react";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { selectLandscape } from "../../../store/views/landscape/landscapeSelectors";
import { formatSettingValue } from "../../../store/words/format";
import type { BoxSize } from "../../charts/geometry/geometry";
import { MathSymbol, MathText } from "../../ui/MathSymbol";
import { ViewFigure } from "../ViewFigure";
import { LandscapeControls } from "./LandscapeControls";
import { LandscapePlot } from "./LandscapePlot";
import { LandscapeTable } from "./LandscapeTable";
import "./landscape.css";

/** What moving costs around θ, in outputs and in weights, and the step that each method of the race takes from there. */
export function LandscapeView() {
  const model = useExperiment(selectLandscape);
  const draw = useCallback((size: BoxSize) => <LandscapePlot size={size} model={model} />, [model]);
  const { lambdaFsd, lambdaWsd, remarks } = model;
  return (
    <ViewFigure
      view="landscape"
      className="wide"
      note="Level lines of the loss, √10 apart. Outside a ball that price alone is more than there is to gain."
      summary={model.summary}
      table={
        <div className="landscape-side">
          <LandscapeControls info={model.info} theta={model.theta} step={model.step} />
          <div className="ball-key">
            <span className="fsd">
              <i /> FSD ball, <MathSymbol symbol="λ_FSD" /> <span>{formatSettingValue(lambdaFsd)}</span>
            </span>
            <span className="wsd">
              <i /> WSD ball, <MathSymbol symbol="λ_WSD" /> <span>{formatSettingValue(lambdaWsd)}</span>
            </span>
          </div>
          {remarks.map((remark) => (
            <div key={remark} className="note">
              <MathText text={remark} />
            </div>
          ))}
          <LandscapeTable methods={model.methods} step={model.step} proximalPoint={model.proximalPoint} />
        </div>
      }
    >
      {draw}
    </ViewFigure>
  );
}
