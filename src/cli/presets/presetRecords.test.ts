import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import { PRESETS } from "../../config/experiment/presets";
import { BOUND_SEEDS, boundOf } from "../../config/experiment/presets/checks/bounds";
import {
  brokenChecks,
  foreignBounds,
  PRESET_CHECKS,
  unchangedMeasures,
} from "../../config/experiment/presets/checks/presetChecks";
import type { Check } from "../../config/experiment/presets/checks/seen";
import { POSTER_PRESETS } from "../../config/experiment/presets/posterPresets";
import { SMALL_PRESETS } from "../../config/experiment/presets/toyPresets";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { unpackNumbers } from "../../config/recording/packed";
import type { RecordingFile } from "../../config/recording/recordingFile";
import { readRecord, recordingPaths } from "../recording/recordings";
import { readLongRuns } from "../sweep/longRecords";
import { checksOf, firstStepsOf, isSmall, readPresetRecord, recordedRace, recordFaults } from "./presetRecords";
import { configOf, seedsOf, trainSeen } from "./seenRace";

/** CIFAR-100's images are the reader's. */
const CHECKED = PRESETS.filter(({ id }) => id !== "cifar100");
const POSTERS = POSTER_PRESETS.filter(({ id }) => id !== "cifar100");

/** Losses to 1e-4 of their size; one that is no number is none in a record. */
function expectClose(now: readonly (number | null)[], recorded: readonly (number | null)[], run: string) {
  expect(now.length, run).toBe(recorded.length);
  for (const [step, loss] of recorded.entries()) {
    const isNumber = Number.isFinite(now[step] ?? Number.NaN);
    const isClose = isNumber ? Math.abs((now[step] ?? 0) / (loss ?? Number.NaN) - 1) < 1.01e-4 : loss === null;
    expect(isClose, `${run}, step ${step}: ${now[step]}, recorded ${loss}`).toBe(true);
  }
}

it("every preset whose data is here has checks, each of words of its sentence", () => {
  expect(Object.keys(PRESET_CHECKS)).toEqual(CHECKED.map(({ id }) => id));
  for (const { id, lookFor } of CHECKED) {
    const { checks } = checksOf(id);
    expect(checks.length).toBeGreaterThan(0);
    for (const { says, atLeast, atMost, changes } of checks) {
      expect(lookFor).toContain(says);
      expect(atLeast ?? atMost ?? changes, says).toBeDefined();
    }
  }
});

it.each(CHECKED)("what $id says is seen on three recorded seeds: else npm run -s presets -- $id", (preset) => {
  const record = readPresetRecord(preset.id);
  const { checks, reads } = checksOf(preset.id);
  expect(record.bounds.map(({ seed }) => seed)).toEqual(isSmall(preset.id) ? BOUND_SEEDS : []);
  expect(record.seeds.map(({ seed }) => seed)).toEqual(seedsOf(preset));
  for (const { measured } of [...record.bounds, ...record.seeds])
    expect(measured.map(({ says, of }) => [says, of])).toEqual(checks.map(({ says, of }) => [says, of]));
  for (const { seed, runs } of record.seeds)
    expect(runs.map(({ run }) => run)).toEqual(trainingRuns(configOf(preset, seed, reads)).map(({ run }) => run));
  expect(recordFaults(record)).toEqual([]);
});

describe("of small problems", () => {
  it.each(SMALL_PRESETS)("what $id measures on its own seed is as recorded", async ({ id, ...preset }) => {
    const known = checksOf(id);
    const [own] = readPresetRecord(id).seeds;
    const race = await trainSeen({ id, ...preset }, own?.seed ?? Number.NaN, known);
    expect(brokenChecks(race, known)).toEqual([]);
    for (const [i, { measure, of }] of known.checks.entries())
      expect(measure(race) / (own?.measured[i]?.value ?? Number.NaN), of).toBeCloseTo(1, 3);
  });

  it.each(SMALL_PRESETS)("$id is trained again in its first steps, on each recorded seed", async (preset) => {
    for (const { seed, runs } of readPresetRecord(preset.id).seeds) {
      const until = firstStepsOf(preset.id);
      const now = await trainSeen(preset, seed, { ...checksOf(preset.id), until, isMeasured: false });
      for (const [i, { run, firstLosses }] of runs.entries())
        expectClose(now.runs[i]?.columns.trainLoss ?? [], firstLosses, `${run}, seed ${seed}`);
    }
  });
});

/** Networks of which no other test trains two steps by APO-P, and the run that is trained again. */
const RETRAINED: Readonly<Record<string, string>> = {
  vgg16: "apo-p",
  resnet18: "apo-p",
  "sixteen-bits": "apo-p-bf16",
};

describe("of the poster's networks", () => {
  it.each(POSTERS)("what $id measured follows from its recorded evaluations", (preset) => {
    const { checks } = checksOf(preset.id);
    for (const one of readPresetRecord(preset.id).seeds) {
      const race = recordedRace(preset, one);
      expect(checks.map(({ measure }) => measure(race))).toEqual(one.measured.map(({ value }) => value ?? Number.NaN));
    }
  });

  // what a recording shows is trained again by its own test: all runs of the shorter ones, else one of each precision by a step
  it.each(RECORDED_IDS.filter((id) => !isSmall(id)))("%s begins as its recording shows", (id) => {
    const { runs } = readRecord<RecordingFile>(recordingPaths(id).first);
    for (const { run, firstLosses } of readPresetRecord(id).seeds[0]?.runs ?? []) {
      const packed = runs.find((one) => one.run === run)?.columns.trainLoss;
      expectClose(packed ? unpackNumbers(packed).slice(0, firstLosses.length) : [], firstLosses, run);
    }
  });

  it("wrn28 is what its long run is, which is trained again by a test of its own", () => {
    const long = readLongRuns(join(import.meta.dirname, "../../..")).wrn28 ?? [];
    const [own] = readPresetRecord("wrn28").seeds;
    expect(own?.runs.map(({ run }) => run)).toEqual(long.map(({ run }) => run));
    for (const [i, { run, firstLosses, evaluations }] of (own?.runs ?? []).entries()) {
      expectClose(firstLosses, long[i]?.early ?? [], run);
      expect(evaluations.testMetric.at(-1), run).toBe(long[i]?.evaluations.at(-1)?.testMetric);
    }
  });

  it.each(POSTERS.filter(({ id }) => id in RETRAINED))("$id is trained again in its first steps", async (preset) => {
    const [own] = readPresetRecord(preset.id).seeds;
    const reads = [RETRAINED[preset.id] ?? ""];
    const { runs } = await trainSeen(preset, own?.seed ?? 0, {
      ...{ reads, until: firstStepsOf(preset.id), isMeasured: false },
    });
    const recorded = own?.runs.find(({ run }) => reads.includes(run))?.firstLosses ?? [];
    expect(recorded).toHaveLength(firstStepsOf(preset.id));
    expectClose(runs[0]?.columns.trainLoss ?? [], recorded, preset.id);
  });
});

describe("a check", () => {
  const check: Check = { says: "late", of: "steps", measure: () => 2, atLeast: 3 };

  it("that does not hold says what was measured, and what has to be", async () => {
    const [preset] = SMALL_PRESETS;
    if (!preset) throw new Error("There is no preset.");
    const race = await trainSeen(preset, 7, { reads: ["apo-lr"], until: 2 });
    const late = { ...check, measure: () => race.runs[0]?.columns.step.length ?? 0 };
    expect(brokenChecks(race, { checks: [late] })).toEqual(['"late", seed 7: steps is 2, and has to be at least 3.']);
    expect(brokenChecks(race, { checks: [{ ...check, measure: () => Number.NaN }] })).toHaveLength(1);
  });

  it("of what changes with the seed does not hold where it is the same on all", () => {
    const changing: Check = { says: "another", of: "the first", measure: () => 0, changes: true };
    expect(unchangedMeasures([[1], [1], [1]], [changing])).toEqual(['"another": the first is the same on all seeds.']);
    expect(unchangedMeasures([[1], [2], [1]], [changing])).toEqual([]);
  });

  it("has the tightest bound that a sentence has a word for and the seeds of bounds keep", () => {
    expect(boundOf("atMost", [0.03, 0.0509])).toBe(0.1);
    expect(boundOf("atLeast", [0.2917, 0.4083])).toBe(1 / 4);
    expect(boundOf("atMost", [1.5e-4, 1e-12])).toBe(1e-3);
    expect(boundOf("atMost", [1, Number.NaN])).toBeNaN();
    // checks of the same words have one bound, that of all their numbers
    const two = [check, { ...check, atLeast: 2 }];
    expect(foreignBounds([[4, 2.5]], two)).toEqual(['"late": the bound is 3, and has to be 2.']);
    expect(
      foreignBounds(
        [[4, 2.5]],
        [
          { ...check, isOfWords: true },
          { ...check, atLeast: 2 },
        ],
      ),
    ).toEqual([]);
  });
});
