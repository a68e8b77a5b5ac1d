import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { useBackend } from "../../core/testing/forEachBackend";
import { withPeakBytes } from "../../core/training/peakBytes";
import { createRace } from "../../core/training/race";
import { createCase, LENET } from "./cases";
import { type BenchNetwork, networkCase } from "./networkCases";

beforeAll(() => useBackend("wasm"));

const BATCH = 64;
const SEED = 1;

/** Bytes that a run keeps from step to step, and the most at once in two steps, one of them with a meta-update: as the benchmark counts. */
async function bytesOf(task: ReturnType<typeof networkCase>, optimizer: OptimizerId) {
  const hyperparams = { ...hyperparamDefaults(optimizer), learningRate: 1e-3, metaUpdateInterval: 2 };
  const runs = [{ run: optimizer, optimizer, hyperparams }];
  const others = memory().numBytes; // of tests before this one
  const race = createRace(task, { seed: SEED, batchSize: BATCH, steps: 10, runs });
  const { most } = await withPeakBytes(async () => {
    for (let step = 0; step < 2; step++) await race.takeStep();
  });
  const { tensorBytes } = race.cost(optimizer);
  race.dispose();
  return { kept: tensorBytes, most: most - others };
}

const ratioOf = async (task: ReturnType<typeof networkCase>) => {
  const [sgdm, apo] = [await bytesOf(task, "sgdm"), await bytesOf(task, "apo-p")];
  return { sgdm, apo, ratio: apo.most / sgdm.most };
};

test("APO-P takes at most 2.1 times the tensor bytes of SGDm on LeNet-5", async () => {
  expect((await ratioOf(createCase(LENET))).ratio).toBeLessThanOrEqual(2.1);
});

test.each<{ network: BenchNetwork; most: number }>([
  { network: "vgg16", most: 2.25 },
  { network: "resnet18", most: 1.45 },
  { network: "wrn28", most: 1.15 },
  { network: "transformer", most: 1.6 },
])("APO-P takes at most $most times the tensor bytes of SGDm on $network", async ({ network, most }) => {
  const { ratio } = await ratioOf(networkCase(network, SEED, 2 * BATCH));
  expect(ratio).toBeLessThanOrEqual(most);
});

test("on AlexNet it takes 4.5 times the bytes, most of them φ and its moments, as limits.ts says", async () => {
  const { sgdm, apo, ratio } = await ratioOf(networkCase("alexnet", SEED, 2 * BATCH));
  expect(ratio).toBeLessThanOrEqual(4.5);
  const megabytes = [apo.kept, apo.most, sgdm.most].map((bytes) => Math.round(bytes / 1e6));
  expect(megabytes).toEqual([13, 18, 4]);
});
