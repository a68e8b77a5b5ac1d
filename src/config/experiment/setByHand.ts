import type { HyperparamName } from "../tables/hyperparams";
import type { TaskSetup } from "../tables/networks/taskSetup";
import { OPTIMIZERS } from "../tables/optimizers";
import type { ExperimentConfig } from "./experiment";
import { defaultHyperparams } from "./resolveRuns";

/** Settings of a run that are not those of its task and network, in the method's order; λ and the other live ones among them. */
export function setByHand(
  setup: TaskSetup,
  { id, hyperparams }: Pick<ExperimentConfig["optimizers"][number], "id" | "hyperparams">,
): HyperparamName[] {
  const defaults = defaultHyperparams(setup, id);
  return OPTIMIZERS[id].hyperparams.filter((name) => hyperparams[name] !== defaults[name]);
}
