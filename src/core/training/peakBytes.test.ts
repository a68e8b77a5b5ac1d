import { tensor1d, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { useBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { withPeakBytes } from "./peakBytes";
import { createRace } from "./race";

beforeAll(() => useBackend("wasm"));

test("the peak is that of what is alive at once, also of a watch within a watch", async () => {
  const kilobyte = () => tensor1d(new Float32Array(256));
  const outer = await withPeakBytes(async () => {
    const inner = await withPeakBytes(async () => tidy(() => void [kilobyte(), kilobyte()]));
    tidy(() => void kilobyte());
    const kept = [kilobyte(), kilobyte(), kilobyte()];
    for (const tensor of kept) tensor.dispose();
    return inner.most - inner.before;
  });
  expect([outer.result, outer.most - outer.before]).toEqual([2048, 3072]);
});

test("a step's peak is over what a run keeps, and APO-P's, which looks ahead, over SGD's", async () => {
  const runs = (["sgd", "apo-p"] satisfies OptimizerId[]).map((optimizer) => ({
    run: optimizer,
    optimizer,
    hyperparams: hyperparamDefaults(optimizer),
  }));
  const race = createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 100, runs });
  for (let step = 0; step < 10; step++) await race.takeStep();
  const [sgd, apo] = runs.map(({ run }) => race.cost(run));
  race.dispose();
  if (!sgd || !apo) throw new Error("A run has no cost.");
  expect(sgd.peakBytes).toBeGreaterThan(sgd.tensorBytes);
  expect(apo.peakBytes).toBeGreaterThan(apo.tensorBytes);
  expect(apo.peakBytes).toBeGreaterThan(sgd.peakBytes);
});
