import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SeenRace } from "../../config/experiment/presets/checks/seen";
import type { Preset } from "../../config/experiment/presets/preset";
import { TRACE_COLUMNS } from "../../config/experiment/trace";
import type { Evaluation } from "../../config/tables/metrics";
import { configOf } from "./seenRace";

/** Steps whose losses a record keeps, and which `npm test` trains again: photographs and texts take long. */
export const RECORDED_STEPS = 2;

/** What is kept of a preset trained on several seeds: its evaluations, and the losses of its first steps. */
export interface PresetRecord {
  preset: string;
  seeds: {
    seed: number;
    runs: {
      run: string;
      status: SeenRace["runs"][number]["status"];
      firstLosses: (number | null)[];
      evaluations: Record<keyof Evaluation, (number | null)[]>;
    }[];
  }[];
}

const NO_ROWS = Object.fromEntries(
  TRACE_COLUMNS.map((name) => [name, []]),
) as unknown as SeenRace["runs"][number]["columns"];

const pathOf = (id: string) => join(import.meta.dirname, `../../../docs/presets/${id}.json`);

/** The record of a preset; null where there is none. */
export function readPresetRecord(id: string): PresetRecord | null {
  return existsSync(pathOf(id)) ? (JSON.parse(readFileSync(pathOf(id), "utf8")) as PresetRecord) : null;
}

/** Writes what races of a preset came to, one for each seed. */
export function writePresetRecord(preset: string, races: readonly SeenRace[]): void {
  const record: PresetRecord = {
    preset,
    seeds: races.map(({ config: { seed }, runs }) => ({
      seed,
      runs: runs.map(({ run, status, columns, evaluations }) => ({
        run,
        status,
        firstLosses: columns.trainLoss.slice(0, RECORDED_STEPS),
        evaluations,
      })),
    })),
  };
  writeFileSync(pathOf(preset), `${JSON.stringify(record, null, 1)}\n`);
}

/** A recorded race as checks read it: with its evaluations, and of its rows the first alone. */
export function recordedRaces(preset: Preset, { seeds }: PresetRecord): SeenRace[] {
  return seeds.map(({ seed, runs }) => ({
    config: configOf(preset, seed, undefined),
    runs: runs.map(({ run, status, firstLosses, evaluations }) => ({
      run,
      status,
      columns: { ...NO_ROWS, trainLoss: firstLosses },
      evaluations: { ...evaluations, step: evaluations.step.map(Number) },
      spectra: [],
    })),
    curvature: null,
  }));
}
