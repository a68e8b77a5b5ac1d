import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BOUND_SEEDS } from "../../config/experiment/presets/checks/bounds";
import {
  brokenMeasures,
  foreignBounds,
  PRESET_CHECKS,
  unchangedMeasures,
} from "../../config/experiment/presets/checks/presetChecks";
import type { PresetChecks, SeenRace } from "../../config/experiment/presets/checks/seen";
import type { Preset } from "../../config/experiment/presets/preset";
import { SMALL_PRESETS } from "../../config/experiment/presets/toyPresets";
import { TRACE_COLUMNS } from "../../config/experiment/trace";
import type { Evaluation } from "../../config/tables/metrics";
import { configOf, seedsOf, trainSeen } from "./seenRace";

interface Measured {
  seed: number;
  /** In the order of the checks; null where it was no number. */
  measured: { says: string; of: string; value: number | null }[];
}

/** What is kept of a preset: what its checks measured on each seed, and of each run its evaluations and the losses of its first steps. */
export interface PresetRecord {
  preset: string;
  /** On the seeds that bounds are taken from; of small problems alone. */
  bounds: Measured[];
  /** On the preset's own seed and the two after it, which the sentence is tested on. */
  seeds: (Measured & {
    runs: {
      run: string;
      status: SeenRace["runs"][number]["status"];
      firstLosses: (number | null)[];
      evaluations: Record<keyof Evaluation, (number | null)[]>;
    }[];
  })[];
}

export const isSmall = (id: string): boolean => SMALL_PRESETS.some((preset) => preset.id === id);

/** Steps whose losses a record keeps, and which `npm test` trains again: photographs and texts take long. */
export const firstStepsOf = (id: string): number => (isSmall(id) ? 20 : 2);

/** What the sentence of a preset rests on; throws where it has no checks. */
export function checksOf(id: string): PresetChecks {
  const checks = PRESET_CHECKS[id];
  if (!checks) throw new Error(`The preset ${id} has no checks. Allowed: ${Object.keys(PRESET_CHECKS).join(", ")}.`);
  return checks;
}

const pathOf = (id: string) => join(import.meta.dirname, `../../../docs/presets/${id}.json`);

/** The record of a preset; throws where there is none. */
export function readPresetRecord(id: string): PresetRecord {
  if (!existsSync(pathOf(id))) throw new Error(`There is no record of ${id}: run npm run -s presets -- ${id}.`);
  return JSON.parse(readFileSync(pathOf(id), "utf8")) as PresetRecord;
}

/** Writes the record of a preset, each list of numbers on one line. */
export function writePresetRecord(record: PresetRecord): void {
  const lists = /\[\s+([^[\]{}]+?)\s+\]/g;
  const text = JSON.stringify(record, null, 1).replace(lists, (_, list: string) => `[${list.replace(/\s+/g, " ")}]`);
  writeFileSync(pathOf(record.preset), `${text}\n`);
}

const measuredIn = (race: SeenRace, { checks }: PresetChecks): Measured => ({
  seed: race.config.seed,
  measured: checks.map(({ says, of, measure }) => ({ says, of, value: measure(race) })),
});

/** Trains a preset on all seeds of its record: the runs, and the steps, that its checks read. */
export async function trainRecord(preset: Preset): Promise<PresetRecord> {
  const known = checksOf(preset.id);
  const record: PresetRecord = { preset: preset.id, bounds: [], seeds: [] };
  for (const seed of isSmall(preset.id) ? BOUND_SEEDS : [])
    record.bounds.push(measuredIn(await trainSeen(preset, seed, known), known));
  for (const seed of seedsOf(preset)) {
    const race = await trainSeen(preset, seed, known);
    const runs = race.runs.map(({ run, status, columns, evaluations }) => {
      return { run, status, firstLosses: columns.trainLoss.slice(0, firstStepsOf(preset.id)), evaluations };
    });
    record.seeds.push({ ...measuredIn(race, known), runs });
  }
  return record;
}

const numbersOf = (seeds: readonly Measured[]): number[][] =>
  seeds.map(({ measured }) => measured.map(({ value }) => value ?? Number.NaN));

/** What a record shows of its preset that the sentence does not say, or not by that bound, a sentence each. */
export function recordFaults({ preset, bounds, seeds }: PresetRecord): string[] {
  const { checks } = checksOf(preset);
  const all = [...bounds, ...seeds];
  return [
    ...numbersOf(all).flatMap((measured, i) => brokenMeasures(all[i]?.seed ?? Number.NaN, measured, checks)),
    ...unchangedMeasures(numbersOf(seeds), checks),
    ...(bounds.length > 0 ? foreignBounds(numbersOf(bounds), checks) : []),
  ];
}

const NO_ROWS = Object.fromEntries(
  TRACE_COLUMNS.map((name) => [name, []]),
) as unknown as SeenRace["runs"][number]["columns"];

/** A recorded race as checks read it: with its evaluations, and of its rows the losses of the first alone. */
export function recordedRace(preset: Preset, { seed, runs }: PresetRecord["seeds"][number]): SeenRace {
  return {
    config: configOf(preset, seed, checksOf(preset.id).reads),
    runs: runs.map(({ run, status, firstLosses, evaluations }) => ({
      run,
      status,
      columns: { ...NO_ROWS, trainLoss: firstLosses },
      evaluations: { ...evaluations, step: evaluations.step.map(Number) },
      spectra: [],
    })),
    curvature: null,
  };
}
