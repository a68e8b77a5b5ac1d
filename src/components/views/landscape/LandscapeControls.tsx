import type { CSSProperties } from "react";
import { LANDSCAPE_IDS, LANDSCAPE_STEPS, LANDSCAPES, type Point } from "../../../config/tables/landscape";
import type { LandscapeModel } from "../../../store/views/landscape/landscapeSelectors";
import { formatCoordinate } from "../../../store/words/format";
import { unsetText } from "../../../store/words/unsetText";
import { useActions } from "../../ui/actionsContext";
import { Roving } from "../../ui/Roving";
import { Slider, SliderInput } from "../../ui/Slider";
import "./landscape.css";
import "../views.css";
import "../../scrubber/scrubber.css";

/** Stops along each axis, for the keys. */
const THETA_STOPS = 160;

type ControlsProps = Pick<LandscapeModel, "info" | "theta" | "step">;

/** Which problem, where θ is for those who use keys, and how far the paths are drawn. */
export function LandscapeControls({ info, theta, step }: ControlsProps) {
  const actions = useActions();
  return (
    <div className="landscape-controls">
      <Roving label="Problem of two parameters" className="view-toggles">
        {LANDSCAPE_IDS.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === info.id}
            title={unsetText(LANDSCAPES[id].summary)}
            data-roving
            tabIndex={id === info.id ? 0 : -1}
            onClick={() => actions.setLandscapeProblem(id)}
          >
            {LANDSCAPES[id].name}
          </button>
        ))}
      </Roving>
      <div className="note">{[info.summary, "Drag θ, or move it with the arrow keys."].join(" ")}</div>
      <ThetaKeys info={info} theta={theta} />
      <div className="landscape-steps">
        <span aria-hidden="true">steps</span>
        <div className="scrub-track" style={{ "--reached": step / LANDSCAPE_STEPS } as CSSProperties}>
          <Slider
            label="Steps drawn"
            value={step}
            position={step / LANDSCAPE_STEPS}
            stops={LANDSCAPE_STEPS}
            valueAt={(position) => Math.round(position * LANDSCAPE_STEPS)}
            onSet={actions.setLandscapeStep}
          />
        </div>
        <output>{step}</output>
      </div>
    </div>
  );
}

/** Two sliders that only the keys and screen readers find; the handle in the picture shows that one has the focus. */
function ThetaKeys({ info, theta }: Pick<ControlsProps, "info" | "theta">) {
  const { setLandscapeTheta } = useActions();
  return (
    <div className="theta-keys hidden">
      {info.axes.map((name, axis) => {
        const [low, high] = info.domain[axis as 0 | 1];
        const value = theta[axis as 0 | 1];
        const moved = (to: number): Point => (axis === 0 ? [to, theta[1]] : [theta[0], to]);
        return (
          <SliderInput
            key={name}
            label={`θ, ${name}`}
            text={formatCoordinate(value)}
            value={value}
            position={(value - low) / (high - low)}
            stops={THETA_STOPS}
            valueAt={(position) => low + position * (high - low)}
            onSet={(to) => setLandscapeTheta(moved(to))}
          />
        );
      })}
    </div>
  );
}
