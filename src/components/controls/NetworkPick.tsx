import { networkChoices } from "../../config/tables/networks/taskSetup";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";

/** The network of a task that can be trained with several, each by its name and width: the chosen one at its own, the others at their first. */
export function NetworkPick() {
  const actions = useActions();
  const config = useExperiment((state) => state.config);
  const isOnGpu = useExperiment(({ environment }) => environment?.backend === "webgpu");
  const choices = networkChoices(config, isOnGpu);
  if (choices.length < 2) return null;
  return (
    <label className="pick">
      Network
      <select
        aria-label="Network"
        value={config.taskOptions.network}
        onChange={(event) => actions.setTaskOption("network", event.target.value)}
      >
        {choices.map(({ network, name }) => (
          <option key={network} value={network}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
