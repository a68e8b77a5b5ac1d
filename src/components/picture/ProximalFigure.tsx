import type { KeyboardEvent, ReactNode } from "react";
import type { Point } from "../../config/tables/landscape";
import { valueAtPosition } from "../../store/controls/scale";
import { type PictureModel, PRICE_NAMES, type PriceName } from "../../store/picture/pictureModel";
import { FIGURE_MENUS } from "../charts/figure/figureMenus";
import { useBoxSize } from "../charts/figure/useBoxSize";
import { KnobField } from "../controls/KnobField";
import { MathText } from "../ui/MathSymbol";
import { roveOthers } from "../ui/Roving";
import { sliderTestId, TEST_IDS } from "../ui/testIds";
import { PicturePlane } from "./PicturePlane";
import { PictureTerms } from "./PictureTerms";
import { useSpoken } from "./useSpoken";
import "./picture.css";
import "../charts/figure/figure.css";

export interface ProximalFigureProps {
  model: PictureModel;
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
  onPrice: (name: PriceName, value: number) => void;
  onTheta: (theta: Point) => void;
  /** Prices that a slider beside the charts moves too: theirs in the picture are no tab stops. */
  doubled?: readonly PriceName[];
  /** Whether its buttons are reached by the arrow keys from the toolbar of the charts, as the menus of the figures are. */
  areInToolbar?: boolean;
  /** `PictureThetaKeys`, which come with the page's script. */
  thetaKeys?: ReactNode;
  /** Opens the view with more problems and methods; null while there is none to open. */
  onMore: (() => void) | null;
}

const IN_TOOLBAR = {
  tabIndex: -1,
  onKeyDown: (event: KeyboardEvent) => roveOthers(event, FIGURE_MENUS),
};

const NAME = "The proximal step";

/** The picture of the idea: what two prices allow one step to do, moved by their sliders at once. */
export function ProximalFigure(props: ProximalFigureProps) {
  const { isFolded, onFold, onMore, areInToolbar = false } = props;
  const inToolbar = areInToolbar ? IN_TOOLBAR : {};
  const word = isFolded ? "Show" : "Fold";
  return (
    <figure className="picture" aria-label={NAME} data-testid={TEST_IDS.picture} data-folded={isFolded || undefined}>
      <figcaption>
        <b>{NAME}</b>
        <span className="note">{isFolded ? "" : "a regression with two weights"}</span>
        {isFolded ? null : (
          <button
            type="button"
            className="picture-button"
            aria-label="Landscape: more problems, and the step of each method"
            {...inToolbar}
            disabled={onMore === null}
            onClick={onMore ?? undefined}
          >
            Landscape
          </button>
        )}
        <button
          type="button"
          className="picture-button"
          data-testid={TEST_IDS.pictureFold}
          {...inToolbar}
          aria-label={`${word} the proximal step`}
          onClick={() => onFold(!isFolded)}
        >
          {word}
        </button>
      </figcaption>
      {isFolded ? null : <Unfolded {...props} />}
    </figure>
  );
}

function Unfolded({ model, doubled = [], onPrice, onTheta, thetaKeys }: ProximalFigureProps) {
  const [box, size] = useBoxSize<HTMLDivElement>();
  const spoken = useSpoken(model.summary);
  return (
    <>
      <p className="picture-say">
        <MathText text={model.say} />
      </p>
      <div ref={box} className="plot picture-plot" translate="no">
        {size ? <PicturePlane size={size} model={model} onTheta={onTheta} /> : null}
      </div>
      {thetaKeys}
      <div className="picture-prices">
        {PRICE_NAMES.map((name) => {
          const { knob, range } = model.prices[name];
          return (
            <KnobField
              key={name}
              knob={knob}
              testId={sliderTestId(`picture.${name}`)}
              valueAt={(position) => valueAtPosition(range, position)}
              onSet={(value) => onPrice(name, value)}
              compact
              tabIndex={doubled.includes(name) ? -1 : undefined}
            />
          );
        })}
      </div>
      <PictureTerms terms={model.terms} objectiveText={model.objectiveText} />
      <p className="picture-remark">
        <MathText text={model.remark} />
      </p>
      <p className="hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
