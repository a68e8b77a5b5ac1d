import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { BarNumber } from "./BarNumber";

/** The seed of data, start, batches and every method; typing it restarts the run on Enter or on leaving the field. */
export function SeedField() {
  const actions = useActions();
  const seed = useExperiment((state) => state.config.seed);
  return <BarNumber label="Seed" title="Restarts the run" value={seed} min={0} onCommit={actions.setSeed} />;
}
