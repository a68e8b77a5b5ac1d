import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { shortSettingText } from "./settingWords";

type ConfiguredRun = ExperimentConfig["optimizers"][number];

/** More settings than this make no name. */
const MOST_SETTINGS = 3;

/**
 * Drawn name of a run: its method's; where the method races more than once, with the fewest settings that tell its runs
 * apart, the same for all of them: "APO-P λ_FSD 3". Runs that no setting tells apart are counted.
 */
export function runName(runs: readonly ConfiguredRun[], run: string): string {
  const own = runs.find((candidate) => candidate.run === run);
  if (!own) return run;
  const { name } = OPTIMIZERS[own.id];
  const siblings = runs.filter(({ id }) => id === own.id);
  if (siblings.length === 1) return name;
  const settings = tellingSettings(siblings);
  const words = settings.map(
    (setting) => `${settingSymbol(own.id, setting)} ${shortSettingText(setting, own.hyperparams[setting])}`,
  );
  const alike = siblings.filter((sibling) => keyOf(sibling, settings) === keyOf(own, settings));
  const count = alike.length > 1 ? [String(1 + alike.indexOf(own))] : [];
  return [name, [...words, ...count].join(", ")].join(" ");
}

const keyOf = ({ hyperparams }: ConfiguredRun, settings: readonly HyperparamName[]): string =>
  JSON.stringify(settings.map((setting) => hyperparams[setting]));

/** The fewest of the settings that differ, in the method's order, by which as many runs as possible are told apart. */
function tellingSettings(siblings: readonly ConfiguredRun[]): readonly HyperparamName[] {
  const first = siblings[0];
  if (!first) return [];
  const differ = OPTIMIZERS[first.id].hyperparams.filter(
    (setting) => new Set(siblings.map(({ hyperparams }) => hyperparams[setting])).size > 1,
  );
  const groups = (settings: readonly HyperparamName[]) => new Set(siblings.map((run) => keyOf(run, settings))).size;
  const most = groups(differ);
  const taken: HyperparamName[] = [];
  while (groups(taken) < most && taken.length < MOST_SETTINGS) {
    const left = differ.filter((setting) => !taken.includes(setting));
    taken.push(
      left.reduce((best, setting) => (groups([...taken, setting]) > groups([...taken, best]) ? setting : best)),
    );
  }
  return differ.filter((setting) => taken.includes(setting));
}
