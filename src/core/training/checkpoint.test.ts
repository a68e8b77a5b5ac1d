import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { checkpointBuffers, checkpointBytes } from "../../config/experiment/checkpoint";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { forEachBackend } from "../testing/forEachBackend";
import { type TinyTaskId, tinyTask } from "../testing/tinyTasks";
import type { Race, RunSpec } from "./contract";
import { createRace } from "./race";

const spec = (optimizer: OptimizerId, changed: Partial<Hyperparams> = {}): RunSpec => ({
  run: [optimizer, ...Object.values(changed)].join(" "),
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), ...changed },
});

/** Every method, and the forms of those that keep another state. Periods so that the checkpoint stands between two updates. */
const RUNS: readonly RunSpec[] = [
  ...OPTIMIZER_IDS.map((id) => spec(id)),
  spec("apo-lr", {
    baseOptimizer: "adam",
    metaOptimizer: "adam",
    learningRateScope: "per-layer",
    metaUpdateInterval: 3,
  }),
  spec("apo-lr", { baseOptimizer: "rmsprop", metaOnlySteps: 9 }),
  spec("apo-p", { metaUpdateInterval: 4, scaleParameterization: "exp" }),
  spec("kfac", { dampingForm: "tikhonov", inverseUpdatePeriod: 4, factorUpdatePeriod: 3 }),
  spec("ekfac", { inverseUpdatePeriod: 5, factorUpdatePeriod: 2 }),
  spec("adam", { precision: "bf16" }),
  spec("sgdm", { precision: "fp16" }),
];

const STEPS = 11;
const AT = 6;

const raceOf = (task: TinyTaskId, runs: readonly RunSpec[]) =>
  createRace(tinyTask(task), { seed: 5, batchSize: 16, steps: STEPS, runs });

/** All rows to come as far as step `to`, the clock apart. */
async function rowsUpTo(race: Race, to: number) {
  while (race.step < to) await race.takeStep();
  return (await race.readRows()).map(({ run, columns, metaSteps, status }) => ({
    ...{ run, metaSteps, status },
    columns: COLUMN_NAMES.filter((name) => name !== "seconds").map((name) => columns[name]),
  }));
}

forEachBackend(() => {
  describe.each(["regression", "classification"] as const)("of %s", (task) => {
    it("every method goes on from a stored checkpoint as if nothing had been, to the bit", async () => {
      const runs = task === "regression" ? RUNS : RUNS.filter(({ optimizer }) => optimizer !== "proximal-point");
      const tensors = memory().numTensors;
      const whole = raceOf(task, runs);
      await rowsUpTo(whole, AT);
      const stored = structuredClone(await whole.checkpoint());
      const expected = await rowsUpTo(whole, STEPS);
      const weights = await Promise.all(runs.map(({ run }) => whole.weights(run)));
      whole.dispose();
      const second = raceOf(task, runs);
      await second.takeStep(); // what it had done before is gone
      await second.restore(stored);
      expect(second.step).toBe(AT);
      expect(await rowsUpTo(second, STEPS)).toEqual(expected);
      expect(await Promise.all(runs.map(({ run }) => second.weights(run)))).toEqual(weights);
      second.dispose();
      expect(memory().numTensors).toBe(tensors);
    });
  });

  it("a moved setting, counters and a run that has diverged come back with it", async () => {
    const runs = [spec("apo-p"), spec("sgd", { learningRate: 1e6 })];
    const race = raceOf("regression", runs);
    race.setHyperparam("apo-p", "lambdaFsd", 42);
    const [apo, sgd] = await rowsUpTo(race, AT);
    const stored = await race.checkpoint();
    race.dispose();
    const second = raceOf("regression", runs);
    await second.restore(stored);
    expect(second.setHyperparam("apo-p", "lambdaFsd", 1)).toBe(42);
    expect(second.metaSteps("apo-p")).toBe(apo?.metaSteps);
    const [, still] = await second.readRows();
    expect([sgd?.status, still?.status]).toEqual(["diverged", "diverged"]);
    await second.takeStep();
    expect((await second.readRows())[1]?.columns.step).toEqual([]);
    second.dispose();
  });

  it("one from before there was weight decay goes on without any", async () => {
    const race = raceOf("regression", [spec("adam")]);
    const stored = structuredClone(await race.checkpoint());
    for (const { hyperparams } of stored.runs) Reflect.deleteProperty(hyperparams, "weightDecay");
    await race.restore(stored);
    expect(race.setHyperparam("adam", "weightDecay", 0.1)).toBe(0);
    race.dispose();
  });

  it("one of another network is refused, and the run stays as it is", async () => {
    const [one, other] = [raceOf("regression", [spec("adam")]), raceOf("valley", [spec("adam")])];
    const tensors = memory().numTensors;
    const stored = await other.checkpoint();
    await expect(one.restore(stored)).rejects.toThrow("has weights of [[1,1],[1,1]], the run has [[8,2],[1,9]]");
    await expect(one.restore({ step: 1, runs: [] })).rejects.toThrow('no run "adam"');
    expect(memory().numTensors).toBe(tensors);
    expect(one.step).toBe(0);
    one.dispose();
    other.dispose();
  });
});

it("bytes and buffers of a checkpoint are those of its tensors", async () => {
  const race = raceOf("regression", [spec("sgdm")]);
  const stored = await race.checkpoint();
  race.dispose();
  // weights 8×2 + 1×9 and as much momentum, of 4 bytes each
  expect(checkpointBytes(stored)).toBe(2 * (16 + 9) * 4);
  expect(checkpointBuffers(stored).reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(200);
});
