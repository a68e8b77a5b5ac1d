import { expect, it } from "vitest";
import { POSTER_CHECKS } from "../../config/experiment/presets/checks/posterChecks";
import { brokenChecks } from "../../config/experiment/presets/checks/presetChecks";
import { seenRun } from "../../config/experiment/presets/checks/seen";
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
    expect.arrayContaining(["cifar10", "alexnet", "resnet18", "sixteen-bits", "transformer", "vgg16"]),
  );
});

it.each(RECORDED)("what $id says is seen on three recorded seeds: else npm run -s presets -- $id", (preset) => {
  const record = readPresetRecord(preset.id);
  expect(record?.seeds.map(({ seed }) => seed)).toEqual(seedsOf(preset));
  const races = record ? recordedRaces(preset, record) : [];
  expect(races.flatMap((race) => brokenChecks(race, POSTER_CHECKS[preset.id] ?? { checks: [] }))).toEqual([]);
});

it("on ResNet-18 the first in test accuracy is another one on another seed, as its preset says", () => {
  const preset = RECORDED.find(({ id }) => id === "resnet18");
  expect(preset?.lookFor).toContain("who is first changes with the seed");
  const firsts = readPresetRecord("resnet18")?.seeds.map(({ runs }) => {
    const ends = runs.map(({ run, evaluations }) => ({ run, accuracy: evaluations.testMetric.at(-1) ?? 0 }));
    return ends.reduce((best, one) => (one.accuracy > best.accuracy ? one : best)).run;
  });
  expect(new Set(firsts).size).toBeGreaterThan(1);
});

/** Runs of a record that are trained again: what the others do in their first steps is in the golden traces. */
const RETRAINED = 2;

it.each(RECORDED)(
  "$id is trained again in its first steps, by two of its runs on the first recorded seed",
  async (preset) => {
    const [first] = readPresetRecord(preset.id)?.seeds ?? [];
    const recorded = first?.runs.slice(0, RETRAINED) ?? [];
    const reads = recorded.map(({ run }) => run);
    const now = await trainSeen(preset, first?.seed ?? 0, { reads, until: RECORDED_STEPS, isMeasured: false });
    for (const { run, firstLosses } of recorded)
      for (const [step, loss] of firstLosses.entries())
        expect((seenRun(now, run).columns.trainLoss[step] ?? 0) / (loss ?? Number.NaN)).toBeCloseTo(1, 4);
  },
);
