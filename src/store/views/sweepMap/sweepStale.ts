import type { HyperparamName } from "../../../config/tables/hyperparams";
import { taskTitle } from "../../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { settingSymbol } from "../../../config/tables/settingWords";
import type { SweepPurpose } from "../../experiment/sweepMapState";
import { optionDifferences } from "../../words/optionWords";
import { settingText } from "../../words/settingWords";

/** What a map was made for where that is not what is on the page now: "Two spirals, seed 3"; null where it is. */
export function staleWords(made: SweepPurpose, now: SweepPurpose): string | null {
  const words: string[] = [];
  const isSameTask = made.config.task === now.config.task;
  if (!isSameTask || made.config.seed !== now.config.seed) words.push(`${taskName(made)}, seed ${made.config.seed}`);
  else if (made.csv !== now.csv) words.push("another file or other columns");
  if (isSameTask) words.push(...optionDifferences(made.config, now.config));
  if (made.config.batchSize !== now.config.batchSize) words.push(`batches of ${made.config.batchSize}`);
  if (made.optimizer !== now.optimizer) words.push(OPTIMIZERS[made.optimizer].name);
  else if (isSameTask) words.push(...settingWords(made, now));
  return words.length > 0 ? words.join(", ") : null;
}

export const taskName = ({ config }: Pick<SweepPurpose, "config">): string => taskTitle(config) ?? "given";

/** Settings other than λ_FSD and λ_WSD, as the method calls them: "K 10". A schedule goes by the length of the run. */
function settingWords(made: SweepPurpose, now: SweepPurpose): string[] {
  const { name, hyperparams } = OPTIMIZERS[made.optimizer];
  const others = hyperparams.filter((setting) => setting !== "lambdaFsd" && setting !== "lambdaWsd");
  const words = others
    .filter((setting) => made.hyperparams[setting] !== now.hyperparams[setting])
    .map((setting: HyperparamName) => {
      const symbol = settingSymbol(made.optimizer, setting);
      return `${symbol} ${settingText(setting, made.hyperparams[setting])}`;
    });
  if (made.hyperparams.metaSchedule !== "constant" && made.config.steps !== now.config.steps)
    words.push(`a run of ${made.config.steps} steps`);
  return words.length > 0 ? [`${name} with ${words.join(", ")}`] : [];
}
