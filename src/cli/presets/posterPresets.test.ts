import { expect, it } from "vitest";
import { POSTER_CHECKS } from "../../config/experiment/presets/checks/posterChecks";
import { brokenChecks } from "../../config/experiment/presets/checks/presetChecks";
import { POSTER_PRESETS } from "../../config/experiment/presets/posterPresets";
import { RECORDED_STEPS, readPresetRecord, recordedRaces } from "./presetRecords";
import { seedsOf, trainSeen } from "./seenRace";

const CHECKED = POSTER_PRESETS.filter(({ id }) => id in POSTER_CHECKS);
const RECORDED = CHECKED.filter(({ id }) => readPresetRecord(id));

it("checks hold words of their preset's sentence", () => {
  expect(CHECKED).toHaveLength(Object.keys(POSTER_CHECKS).length);
  for (const { id, lookFor } of CHECKED)
    for (const { says, atLeast, atMost } of POSTER_CHECKS[id]?.checks ?? []) {
      expect(lookFor).toContain(says);
      expect(atLeast ?? atMost, says).toBeDefined();
    }
  expect(RECORDED.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["cifar10", "alexnet", "sixteen-bits", "transformer"]),
  );
});

it.each(RECORDED)("what $id says is seen on three recorded seeds: else npm run -s presets -- $id", (preset) => {
  const record = readPresetRecord(preset.id);
  expect(record?.seeds.map(({ seed }) => seed)).toEqual(seedsOf(preset));
  const races = record ? recordedRaces(preset, record) : [];
  expect(races.flatMap((race) => brokenChecks(race, POSTER_CHECKS[preset.id] ?? { checks: [] }))).toEqual([]);
});

it.each(RECORDED)("$id is trained again in its first steps, on the first recorded seed", async (preset) => {
  for (const { seed, runs } of readPresetRecord(preset.id)?.seeds.slice(0, 1) ?? []) {
    const now = await trainSeen(preset, seed, { until: RECORDED_STEPS, isMeasured: false });
    expect(now.runs.map(({ run }) => run)).toEqual(runs.map(({ run }) => run));
    for (const [at, { firstLosses }] of runs.entries())
      for (const [step, loss] of firstLosses.entries())
        expect((now.runs[at]?.columns.trainLoss[step] ?? 0) / (loss ?? Number.NaN)).toBeCloseTo(1, 4);
  }
});
