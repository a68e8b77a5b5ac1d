import { PRESETS } from "../../config/experiment/presets";
import { taskTitle } from "../../config/tables/networks/taskSetup";
import { scheduleOf } from "../experiment/interventions";
import { settingDifferences } from "../words/settingDifferences";
import type { KeptRun } from "./keptRecords";

/** More differences than this make no name. */
const MOST = 3;

/** All of a kept run's settings, with every move. */
const keptConfig = ({ config, interventions }: Pick<KeptRun, "config" | "interventions">) => ({
  ...config,
  interventions: scheduleOf(config, interventions),
});

/** A kept run's name, and what of it is worth saying beside the name of a method. */
export interface KeptName {
  name: string;
  short: string;
}

/**
 * Names of kept runs, oldest first, by id: as a person called them, else the task with what differs from the run of that task
 * before. "Noisy sine", "Noisy sine, λ_FSD 10".
 */
export function keptNames(runs: readonly KeptRun[]): ReadonlyMap<string, KeptName> {
  return new Map(
    runs.map((run, index): [string, KeptName] => {
      if (run.name !== null) return [run.id, { name: run.name, short: run.name }];
      const before = runs.slice(0, index).findLast(({ config }) => config.task === run.config.task);
      const base = nameOfRace(run);
      if (!before) return [run.id, { name: base, short: `seed ${run.config.seed}` }];
      const words = settingDifferences(keptConfig(run), keptConfig(before));
      const lacks = settingDifferences(keptConfig(before), keptConfig(run)).map((word) => `without ${word}`);
      const told = [...(words.length > 0 ? words : lacks.length > 0 ? lacks : ["again"])].slice(0, MOST).join(", ");
      return [run.id, { name: `${base}, ${told}`, short: told }];
    }),
  );
}

/** The preset or the task. */
export const nameOfRace = ({ config, preset }: Pick<KeptRun, "config" | "preset">): string =>
  PRESETS.find(({ id }) => id === preset)?.name ?? taskTitle(config) ?? "given";
