import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PresetChecks } from "../../config/experiment/presets/checks/presetChecks";
import type { SeenRace } from "../../config/experiment/presets/checks/seen";

/** Steps whose losses a record keeps, and which `npm test` trains again. */
export const TOY_STEPS = 20;

/** What is kept of a preset on a small problem: of each seed what its checks measured, and the losses of its first steps. */
export interface ToyRecord {
  preset: string;
  seeds: {
    seed: number;
    /** In the order of the checks. */
    measured: { says: string; of: string; value: number }[];
    runs: { run: string; firstLosses: (number | null)[] }[];
  }[];
}

const pathOf = (id: string) => join(import.meta.dirname, `../../../docs/presets/${id}.json`);

/** The record of a preset; throws where there is none. */
export function readToyRecord(id: string): ToyRecord {
  if (!existsSync(pathOf(id))) throw new Error(`There is no record of ${id}: run npm run -s presets -- ${id}.`);
  return JSON.parse(readFileSync(pathOf(id), "utf8")) as ToyRecord;
}

/** Writes what races of a preset came to, one for each seed. */
export function writeToyRecord(preset: string, races: readonly SeenRace[], { checks }: PresetChecks): void {
  const record: ToyRecord = {
    preset,
    seeds: races.map((race) => ({
      seed: race.config.seed,
      measured: checks.map(({ says, of, measure }) => ({ says, of, value: measure(race) })),
      runs: race.runs.map(({ run, columns }) => ({ run, firstLosses: columns.trainLoss.slice(0, TOY_STEPS) })),
    })),
  };
  writeFileSync(pathOf(preset), `${JSON.stringify(record, null, 1)}\n`);
}
