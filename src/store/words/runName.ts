import type { ExperimentConfig } from "../../config/experiment/experiment";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol, settingText } from "./settingWords";

type ConfiguredRun = ExperimentConfig["optimizers"][number];

/**
 * Drawn name of a run: its method's; where the method races more than once, with the first setting in which its runs differ,
 * or else with its place.
 */
export function runName(runs: readonly ConfiguredRun[], run: string): string {
  const own = runs.find((candidate) => candidate.run === run);
  if (!own) return run;
  const { name, hyperparams } = OPTIMIZERS[own.id];
  const siblings = runs.filter(({ id }) => id === own.id);
  if (siblings.length === 1) return name;
  const differs = hyperparams.find(
    (setting) => new Set(siblings.map((sibling) => sibling.hyperparams[setting])).size > 1,
  );
  const isTold = differs && siblings.filter((s) => s.hyperparams[differs] === own.hyperparams[differs]).length === 1;
  if (!differs || !isTold) return `${name} ${siblings.indexOf(own) + 1}`;
  return `${name} ${settingSymbol(own.id, differs)} ${settingText(differs, own.hyperparams[differs])}`;
}
