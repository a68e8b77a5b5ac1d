import type { ReactNode } from "react";
import { selectTransport } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Roving } from "../ui/Roving";
import { usePointedAt } from "../ui/usePointedAt";
import { PLAY_BUTTONS } from "./barButtons";
import { TransportGroup } from "./TransportGroup";
import "./bar.css";

/** Reset, Play or Pause, Step and Meta-step; on a phone also what opens the controls. */
export function Transport({ children }: { children?: ReactNode }) {
  const actions = useActions();
  const { playLabel, canPlay, canStep, canMetaStep, canReset } = useExperiment(selectTransport);
  const isStepPointedAt = usePointedAt("step");
  const isResetPointedAt = usePointedAt("reset");
  const isPlayPointedAt = usePointedAt("play");
  return (
    <TransportGroup
      stepsIn={(steps) => (
        <Roving label="Steps" className="step-buttons">
          {steps}
        </Roving>
      )}
      buttons={{
        reset: { button: "reset", disabled: !canReset, onClick: actions.reset, "data-pointed": isResetPointedAt },
        play: {
          ...{ button: PLAY_BUTTONS[playLabel], disabled: !canPlay, onClick: actions.togglePlay },
          "data-pointed": isPlayPointedAt,
        },
        step: { button: "step", disabled: !canStep, onClick: actions.step, "data-pointed": isStepPointedAt },
        metaStep: { button: "metaStep", disabled: !canMetaStep, onClick: actions.metaStep },
      }}
    >
      {children}
    </TransportGroup>
  );
}
