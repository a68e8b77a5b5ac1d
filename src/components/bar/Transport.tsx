import type { ReactNode } from "react";
import { selectTransport } from "../../store/charts/selectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { usePointedAt } from "../ui/usePointedAt";
import "./bar.css";

/** Reset, Play or Pause, Step and Meta-step; on a phone also what opens the controls. */
export function Transport({ children }: { children?: ReactNode }) {
  const actions = useActions();
  const { playLabel, canPlay, canStep, canMetaStep, canReset } = useExperiment(selectTransport);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
    <div className="transport" role="group" aria-label="Transport">
      <button type="button" className="btn" disabled={!canReset} onClick={actions.reset}>
        <Icon name="reset" />
        Reset
      </button>
      <PlayButton label={playLabel} isEnabled={canPlay} />
      <button
        type="button"
        className="btn"
        disabled={!canStep}
        onClick={actions.step}
        data-pointed={usePointedAt("step")}
      >
        <Icon name="step" />
        Step
      </button>
      <button type="button" className="btn" disabled={!canMetaStep} onClick={actions.metaStep}>
        <Icon name="metaStep" />
        Meta-step
      </button>
      {children}
    </div>
  );
}

/** Its name is what a press does now. */
export function PlayButton({ label, isEnabled }: { label: "Play" | "Pause"; isEnabled: boolean }) {
  const actions = useActions();
  return (
    <button type="button" className="btn primary play" disabled={!isEnabled} onClick={actions.togglePlay}>
      <Icon name={label === "Play" ? "play" : "pause"} />
      {label}
    </button>
  );
}
