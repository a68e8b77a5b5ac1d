import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { BarNumber } from "./BarNumber";

/** Where the race ends; a race under way or over goes on to it. */
export function StepsField() {
  const actions = useActions();
  const steps = useExperiment((state) => state.config.steps);
  return (
    <BarNumber
      label="Steps of the race"
      title="The race ends here; more steps let it go on"
      value={steps}
      min={1}
      onCommit={actions.setSteps}
    />
  );
}
