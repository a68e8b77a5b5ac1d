import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClaimRun, ClaimsRecord, DefaultsRecord, MethodRecord } from "../../../config/claims/record";
import { STUDIES, STUDY_IDS } from "../../../config/claims/studies";
import { OPTIMIZER_IDS, OPTIMIZERS } from "../../../config/tables/optimizers";
import { startNodeBackend } from "../../nodeBackend";
import type { StudyMethods } from "../boxes/ranges";
import { STUDY_METHODS } from "../boxes/studyMethods";
import { claimsCommand } from "../claimsCommand";
import { joinedRecord, mergeRecords } from "../mergeRecords";
import { readRecords } from "../recordFiles";
import { RecordStore } from "../recordStore";
import { type ClaimScale, QUICK, studyAt } from "../scale";
import { emptyDefaults } from "./defaultJobs";
import type { Job } from "./job";
import { methodJobs } from "./methodJobs";
import { emptyMethod } from "./methodRecord";
import { STAGES, type Stage, stageJobs, stagesOf, type TrainedClaim } from "./stages";

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "claims-"));
  folders.push(folder);
  return folder;
}

beforeAll(() => startNodeBackend("wasm"));
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const CARS: Stage = { study: "cars", part: "methods" };

/** Trains a stage to its end as the command does, at most so many runs; says what was trained. */
async function trainStage(
  stage: Stage,
  folder: string,
  { most = 1000, shard }: { most?: number; shard?: string } = {},
) {
  const store = new RecordStore(folder);
  const trained: string[] = [];
  for (let jobs = next(); jobs.length > 0 && trained.length < most; jobs = next())
    for (const job of jobs.slice(0, most - trained.length)) {
      store.put(await job.train());
      trained.push(`${job.file}: ${job.label}`);
    }
  return trained;
  function next(): Job[] {
    return stageJobs(stage, store, QUICK, shard);
  }
}

const untimed = (records: readonly ClaimsRecord[]): unknown =>
  JSON.parse(JSON.stringify(records, (name, value) => (["seconds", "msPerStep"].includes(name) ? 0 : value)));

describe("a study", () => {
  it("ended in the middle goes on where it was, and comes to the numbers of one that was not", async () => {
    const [cut, whole] = [newFolder(), newFolder()];
    const first = await trainStage(CARS, cut, { most: 7 });
    const rest = await trainStage(CARS, cut);
    const all = await trainStage(CARS, whole);
    expect([...first, ...rest]).toEqual(all);
    expect(untimed(readRecords(cut))).toEqual(untimed(readRecords(whole)));
    expect(await trainStage(CARS, whole)).toEqual([]);
  });

  it("on two machines, merged, is the study on one", async () => {
    const [one, first, second] = [newFolder(), newFolder(), newFolder()];
    await trainStage(CARS, one);
    await trainStage(CARS, first, { shard: "1/2" });
    await trainStage(CARS, second, { shard: "2/2" });
    expect(readdirSync(join(first, "cars")).filter((file) => readdirSync(join(second, "cars")).includes(file))).toEqual(
      [],
    );
    const merged = newFolder();
    expect(mergeRecords(merged, [first, second])).toBe(Object.keys(STUDY_METHODS.cars).length);
    // what is left waited for the settings of all
    expect((await trainStage(CARS, merged)).every((run) => run.startsWith("ledger") || run.includes("seed"))).toBe(
      true,
    );
    expect(untimed(readRecords(merged))).toEqual(untimed(readRecords(one)));
  });
});

describe("the defaults of a study", () => {
  const stage: Stage = { study: "cars", part: "defaults" };

  it("are trained on every seed, by every method that the task offers, and begin anew where one is another", async () => {
    const folder = newFolder();
    expect(await trainStage(stage, folder)).toEqual(["defaults: seed 0"]);
    const [record] = readRecords(folder) as [DefaultsRecord];
    expect(record.methods.map(({ optimizer }) => optimizer)).toEqual(OPTIMIZER_IDS);
    expect(record.methods.map(({ steps }) => steps)).toEqual(
      OPTIMIZER_IDS.map((id) => (OPTIMIZERS[id].isSolver ? 2 : 10)),
    );
    expect(record.runs).toEqual([{ seed: 0, diverged: [] }]);
    expect(await trainStage(stage, folder)).toEqual([]);
    const [first, ...others] = record.methods;
    const changed = { ...record, methods: [{ ...first, settings: { learningRate: 0.123 } }, ...others] };
    new RecordStore(folder).put(changed as DefaultsRecord);
    expect(await trainStage(stage, folder)).toEqual(["defaults: seed 0"]);
    expect(readRecords(folder)).toEqual([record]);
  });

  it("that diverge are told, and the command fails", async () => {
    const folder = newFolder();
    const empty = emptyDefaults(studyAt("cars", QUICK), QUICK);
    const runs = [{ seed: 0, diverged: [{ optimizer: "shampoo" as const, step: 4 }] }];
    new RecordStore(folder).put({ ...empty, runs });
    const told: string[] = [];
    const before = process.exitCode;
    try {
      const argv = ["--quick", "--task", "cars", "--claim", "defaults", "--folder", folder];
      await claimsCommand(argv, (line) => told.push(line));
      expect(process.exitCode).toBe(3);
    } finally {
      process.exitCode = before;
    }
    expect(told).toEqual([
      "All is trained.",
      "cars: the default of Shampoo diverges on seed 0, in step 4. Choose another one, or mend the method.",
    ]);
  });
});

it("a study tries the first box of all methods, moves all boxes where one best lies at an edge, then takes the held-out seeds", async () => {
  const scale: ClaimScale = {
    share: 0.02,
    candidates: 3,
    perMove: 2,
    moves: 1,
    seeds: [1, 2],
    steadySeeds: [],
    evaluations: 3,
  };
  const study = studyAt("cars", scale);
  const { sgdm, adam } = STUDY_METHODS.cars;
  const methods = { sgdm, adam } as StudyMethods;
  const store = new RecordStore(newFolder());
  const fronts: string[][] = [];
  for (
    let jobs = methodJobs(study, methods, store, scale);
    jobs.length > 0;
    jobs = methodJobs(study, methods, store, scale)
  ) {
    fronts.push(jobs.map(({ file, label }) => `${file} ${label}`));
    for (const job of jobs) store.put(await job.train());
    // twelve steps are few: of 0.12, 0.001 and 0.002 the highest rate is the best, at an edge
    if (fronts.length === 1)
      expect(store.method("cars", "sgdm")?.edges[0]).toMatchObject({ side: "high", value: 0.12 });
  }
  const [sgdmBox, adamBox] = ["sgdm", "adam"].map((file) => [1, 2, 3].map((i) => `${file} box, ${i} of 3`));
  expect(fronts).toEqual([
    [...(sgdmBox ?? []), ...(adamBox ?? [])],
    ["sgdm move 1, 1 of 2", "sgdm move 1, 2 of 2", "adam move 1, 1 of 2", "adam move 1, 2 of 2"],
    ["sgdm seed 1", "adam seed 1", "sgdm seed 2", "adam seed 2"],
  ]);
  const record = store.method("cars", "sgdm") as MethodRecord;
  expect(record.candidates[3]?.settings.learningRate).toBe(0.36);
  expect(record.heldOut.map(({ settings }) => settings)).toEqual([record.chosen, record.chosen]);
});

describe("two records of one method", () => {
  const settings = { learningRate: 0.1 };
  const run = (seed: number, trainLoss: number): ClaimRun => ({
    ...{ seed, settings, early: [] },
    evaluations: [{ step: 600, seconds: Math.random(), trainLoss, testLoss: 1, testMetric: 1 }],
  });
  const record = (heldOut: ClaimRun[]): MethodRecord => ({
    ...emptyMethod(STUDIES.cars, "sgdm", STUDY_METHODS.cars.sgdm as StudyMethods[string]),
    candidates: [{ ...run(0, 1), arm: 0, round: 0 }],
    heldOut,
  });

  it("are one with the runs of both, by seed", () => {
    const both = joinedRecord("cars/sgdm.json", record([run(2, 0.2)]), record([run(1, 0.1), run(2, 0.2)]));
    expect((both as MethodRecord).heldOut.map(({ seed }) => seed)).toEqual([1, 2]);
  });

  it("are refused where a run came to two ends, or where their boxes differ", () => {
    const other = record([run(2, 0.3)]);
    expect(() => joinedRecord("cars/sgdm.json", record([run(2, 0.2)]), other)).toThrow(
      "cars/sgdm.json came to two ends",
    );
    const boxed = { ...other, box: { ...other.box, arms: [] } };
    expect(() => joinedRecord("cars/sgdm.json", record([]), boxed)).toThrow("has another box");
  });
});

describe("the stages", () => {
  it("hold every study once, and every series once", () => {
    const names = STAGES.map(({ study, part }) => `${study} ${part}`);
    expect(new Set(names).size).toBe(names.length);
    for (const study of STUDY_IDS) expect(names).toContain(`${study} methods`);
  });

  it("of a claim are its studies and its series", () => {
    const studiesOf = (claim: TrainedClaim) => [...new Set(stagesOf(null, [claim]).map(({ study }) => study))];
    for (const claim of ["1", "2", "3", "4", "5"] as const)
      expect(studiesOf(claim).toSorted()).toEqual(
        STUDY_IDS.filter((id) => STUDIES[id].claims.includes(Number(claim))).toSorted(),
      );
    expect(stagesOf(["lenet"], ["2"])).toEqual([
      { study: "lenet", part: "methods" },
      { study: "lenet", part: 2 },
    ]);
    expect(stagesOf(["sine", "lenet"], ["defaults"])).toEqual(
      ["lenet", "sine"].map((study) => ({ study, part: "defaults" })),
    );
    expect(() => stagesOf(["sine"], ["3"])).toThrow("Nothing is to be trained");
  });
});
