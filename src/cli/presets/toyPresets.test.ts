import { expect, it } from "vitest";
import { brokenChecks, brokenMeasures } from "../../config/experiment/presets/checks/presetChecks";
import { TOY_CHECKS } from "../../config/experiment/presets/checks/toyChecks";
import { SMALL_PRESETS } from "../../config/experiment/presets/toyPresets";
import { seedsOf, trainSeen } from "./seenRace";
import { readToyRecord, TOY_STEPS } from "./toyRecords";

/** Losses to 1e-4 of their size; one that is no number is none in a record. */
const isClose = (now: number | null, recorded: number | null): boolean =>
  Number.isFinite(now ?? Number.NaN) ? Math.abs((now ?? 0) / (recorded ?? Number.NaN) - 1) < 1e-4 : recorded === null;

it("every preset on a small problem has checks, each of words of its sentence", () => {
  expect(Object.keys(TOY_CHECKS)).toEqual(SMALL_PRESETS.map(({ id }) => id));
  for (const { id, lookFor } of SMALL_PRESETS) {
    const checks = TOY_CHECKS[id]?.checks ?? [];
    expect(checks.length).toBeGreaterThan(0);
    for (const { says, atLeast, atMost } of checks) {
      expect(lookFor).toContain(says);
      expect(atLeast ?? atMost, says).toBeDefined();
    }
  }
});

const checksOf = (id: string) => TOY_CHECKS[id] ?? { checks: [] };

it.each(SMALL_PRESETS)(
  "what $id says is seen on its own seed, as recorded: else npm run -s presets -- $id",
  async (preset) => {
    const known = checksOf(preset.id);
    const [seed = Number.NaN] = seedsOf(preset);
    const race = await trainSeen(preset, seed, known);
    expect(brokenChecks(race, known)).toEqual([]);
    const recorded = readToyRecord(preset.id).seeds.find((one) => one.seed === seed)?.measured ?? [];
    for (const [i, { measure, of }] of known.checks.entries())
      expect(measure(race) / (recorded[i]?.value ?? Number.NaN), of).toBeCloseTo(1, 3);
  },
);

it.each(SMALL_PRESETS)("what $id says is seen on three recorded seeds", (preset) => {
  const { checks } = checksOf(preset.id);
  const { seeds } = readToyRecord(preset.id);
  expect(seeds.map(({ seed }) => seed)).toEqual(seedsOf(preset));
  for (const { seed, measured } of seeds) {
    expect(measured.map(({ says, of }) => [says, of])).toEqual(checks.map(({ says, of }) => [says, of]));
    const values = measured.map(({ value }) => value);
    expect(brokenMeasures(seed, values, checks)).toEqual([]);
  }
});

it.each(SMALL_PRESETS)("$id is trained again in its first steps, on each recorded seed", async (preset) => {
  for (const { seed, runs } of readToyRecord(preset.id).seeds) {
    const now = await trainSeen(preset, seed, { ...checksOf(preset.id), until: TOY_STEPS, isMeasured: false });
    expect(now.runs.map(({ run }) => run)).toEqual(runs.map(({ run }) => run));
    for (const [at, { run, firstLosses }] of runs.entries()) {
      const losses = now.runs[at]?.columns.trainLoss ?? [];
      expect(losses.length, run).toBe(firstLosses.length);
      for (const [step, loss] of firstLosses.entries())
        expect(isClose(losses[step] ?? null, loss), `${run}, step ${step}`).toBe(true);
    }
  }
});

it("a check that does not hold says what was measured, and what has to be", async () => {
  const [preset] = SMALL_PRESETS;
  if (!preset) throw new Error("There is no preset.");
  const race = await trainSeen(preset, 7, { reads: ["apo-lr"], until: 2 });
  const late = { says: "late", of: "steps", measure: () => race.runs[0]?.columns.step.length ?? 0, atLeast: 3 };
  expect(brokenChecks(race, { checks: [late] })).toEqual(['"late", seed 7: steps is 2, and has to be at least 3.']);
  expect(brokenChecks(race, { checks: [{ ...late, measure: () => Number.NaN }] })).toHaveLength(1);
});
