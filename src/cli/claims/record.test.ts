import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLAIMS_FORMAT, type ClaimTraining, type MethodRecord } from "../../config/claims/record";
import { startNodeBackend } from "../nodeBackend";
import { readRecordFile, readRecords, recordPath, writeRecordFile } from "./recordFiles";
import { trainClaim } from "./trainClaim";

const folder = mkdtempSync(join(tmpdir(), "claims-"));
const trained: ClaimTraining = { task: "sine", taskOptions: {}, batchSize: 64, steps: 48 };
const shared = { trained, optimizer: "sgdm", isHeldApart: false } as const;

beforeAll(() => startNodeBackend("wasm"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a record of real runs is written, read back as it was, and small", async () => {
  const settings = { learningRate: 0.05, momentum: 0.9 };
  const candidate = await trainClaim({ ...shared, settings, seed: 0, evaluations: 4 });
  const heldOut = await trainClaim({ ...shared, settings, seed: 1, evaluations: 24 });
  const record: MethodRecord = {
    format: CLAIMS_FORMAT,
    kind: "method",
    study: "sine",
    method: "sgdm",
    optimizer: "sgdm",
    trained,
    criterion: "trainLoss",
    box: {
      today: { arm: 0, settings },
      arms: [{ fixed: {}, axes: [{ setting: "learningRate", low: 1e-3, high: 0.3 }], count: 11 }],
    },
    candidates: [{ ...candidate, arm: 0, round: 0 }],
    chosen: settings,
    edges: [{ setting: "learningRate", side: "low", value: 0.05, stop: "moves" }],
    heldOut: [heldOut],
  };
  writeRecordFile(folder, record);
  expect(readRecordFile(recordPath(folder, "sine", "sgdm"))).toEqual(record);
  expect(readRecords(folder)).toEqual([record]);
  expect(statSync(recordPath(folder, "sine", "sgdm")).size).toBeLessThan(6000);
  expect(heldOut.evaluations.map(({ step }) => step)).toEqual(Array.from({ length: 24 }, (_, i) => 2 * (i + 1)));
  expect(candidate.evaluations.at(-1)?.trainLoss).toBeLessThan(candidate.evaluations[0]?.trainLoss ?? 0);
});

it("the same seed comes to the same numbers, another one to others", async () => {
  const train = (seed: number) =>
    trainClaim({ ...shared, optimizer: "apo-p", settings: { lambdaFsd: 3 }, seed, evaluations: 2 });
  const untimed = async (seed: number) => {
    const { evaluations, ...run } = await train(seed);
    return { ...run, evaluations: evaluations.map(({ seconds: _, ...measured }) => measured) };
  };
  const first = await untimed(1);
  expect(await untimed(1)).toEqual(first);
  expect((await untimed(2)).evaluations).not.toEqual(first.evaluations);
});

it("a run that diverges says after which step, and has nothing at its end", async () => {
  const run = await trainClaim({ ...shared, settings: { learningRate: 1e4 }, seed: 1, evaluations: 4 });
  expect(run.divergedAt).toBeLessThanOrEqual(50);
  expect(run.evaluations.at(-1)).toMatchObject({ trainLoss: null, testLoss: null, testMetric: null });
});

it("a price shows its response with the weights still, and in training", async () => {
  const still = 20;
  const settings = { metaOnlySteps: still, metaIntervalWarmup: still, metaLearningRate: 0.1, learningRate: 0.1 };
  const run = await trainClaim({
    ...shared,
    optimizer: "apo-lr",
    settings,
    seed: 1,
    evaluations: 1,
    pricedFrom: still,
  });
  expect(run.early[0]).not.toBe(run.early[1]); // other batches, the same weights
  for (const part of [run.response?.still, run.response?.training]) {
    expect(part?.fsd).toBeGreaterThan(0);
    expect(part?.length).toBeGreaterThan(0);
  }
});
