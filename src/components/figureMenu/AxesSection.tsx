import { isSmoothed } from "../../store/charts/taskChoices";
import { AXIS_SCALES, type AxisScale, TIME_CHARTS } from "../../store/experiment/chartAxes";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useOpenFigure } from "../charts/figure/figureMenus";
import { MenuSection } from "../charts/figure/MenuSection";
import { MenuWords } from "../charts/figure/MenuWords";
import { CommitField } from "../controls/CommitField";
import { useActions } from "../ui/actionsContext";
import "../charts/figure/menuSection.css";
import "./axesSection.css";

/** The most steps that a race may have. */
const MOST_STEPS = 1_000_000;

/** The scales of a chart over time, what its axes leave out, and the steps that all such figures show; nothing elsewhere. */
export function AxesSection() {
  const { chart } = useOpenFigure();
  const own = TIME_CHARTS.find((one) => one === chart);
  const isOverSteps = own !== undefined || chart === "effect" || chart === "spectra";
  return (
    <>
      {own ? <OwnAxes chart={own} /> : null}
      {isOverSteps ? <StepsShown /> : null}
    </>
  );
}

function OwnAxes({ chart }: { chart: (typeof TIME_CHARTS)[number] }) {
  const actions = useActions();
  const { x, y, isCut } = useExperiment((state) => state.display.axes[chart]);
  const isSmooth = useExperiment(isSmoothed);
  return (
    <MenuSection title="Axes of this chart">
      <div className="menu-row">
        <ScaleChoice name="y-axis" scale={y} onChoose={(scale) => actions.setAxes(chart, { y: scale })} />
        <ScaleChoice name="x-axis" scale={x} onChoose={(scale) => actions.setAxes(chart, { x: scale })} />
      </div>
      {chart === "q" && y === "log" ? null : (
        <label className="menu-check">
          <input
            type="checkbox"
            checked={isCut}
            onChange={(event) => actions.setAxes(chart, { isCut: event.target.checked })}
          />
          <span>{chart === "q" ? CUT_SUMS : "5 to 95 % of the values, the others marked ▲▼"}</span>
        </label>
      )}
      {chart === "loss" ? (
        <label className="menu-check">
          <input
            type="checkbox"
            checked={isSmooth}
            onChange={(event) => actions.setSmoothing(event.target.checked ? "on" : "off")}
          />
          <span>Average over about ten steps, over the raw line</span>
        </label>
      ) : null}
    </MenuSection>
  );
}

/** What a straight axis of Q leaves out, in a word on the chart too. */
const CUT_SUMS = "95 % of the values where the highest are far above, those marked ▲";

interface ScaleChoiceProps {
  name: string;
  scale: AxisScale;
  onChoose: (scale: AxisScale) => void;
}

function ScaleChoice({ name, scale, onChoose }: ScaleChoiceProps) {
  return (
    <fieldset className="menu-scale">
      <legend>{name}</legend>
      {AXIS_SCALES.toReversed().map((one) => (
        <label key={one}>
          <input type="radio" name={`scale of ${name}`} checked={one === scale} onChange={() => onChoose(one)} />
          <span>{one}</span>
        </label>
      ))}
    </fieldset>
  );
}

function StepsShown() {
  const actions = useActions();
  const { zoom, firstStep } = useExperiment((state) => state.display);
  return (
    <MenuSection title="Steps, in all figures over steps">
      <div className="menu-row">
        <MenuWords>leave out the first</MenuWords>
        <CommitField
          label="First steps left out"
          value={firstStep}
          isInteger
          min={0}
          max={MOST_STEPS}
          onCommit={(step) => actions.setFirstStep(step)}
        />
        <MenuWords>steps</MenuWords>
      </div>
      {zoom ? (
        <div className="menu-row">
          <MenuWords>{`steps ${zoom[0]} to ${zoom[1]} are shown`}</MenuWords>
          <button type="button" className="btn" onClick={() => actions.setZoom(null)}>
            Reset zoom
          </button>
        </div>
      ) : (
        <MenuWords>Drag over steps to zoom; with a finger, rest and then move across. + and − work too.</MenuWords>
      )}
    </MenuSection>
  );
}
