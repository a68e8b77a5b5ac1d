import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { OptimizerId } from "../../config/tables/optimizers";
import { useExperiment } from "../../store/experiment/experimentStore";
import { formatNumber } from "../../store/words/format";
import "./liveEquation.css";

/** What a setting of a method is on the task of now unless it is set. */
export function StartingValue({ optimizer, name }: { optimizer: OptimizerId; name: NumericHyperparamName }) {
  const value = useExperiment((state) => Number(defaultHyperparams(state.config, optimizer)[name]));
  return <span className="now">{formatNumber(value, 2)}</span>;
}
