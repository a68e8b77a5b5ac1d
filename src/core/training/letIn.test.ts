import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { forEachBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { createRace } from "./race";

/** Meta-updates in steps 0 and 2, new inverses in steps 0 and 3. */
const RUNS = (["apo-p", "apo-lr", "kfac"] as const).map((optimizer) => ({
  run: optimizer,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), metaUpdateInterval: 2, inverseUpdatePeriod: 3 },
}));
const race = () => createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 100, runs: RUNS });

/** Every number that a race has left of its steps, the seconds aside. */
const numbersOf = async (trained: ReturnType<typeof race>) =>
  (await trained.readRows()).map(({ run, status, columns }) => [
    run,
    status,
    COLUMN_NAMES.filter((name) => name !== "seconds").map((name) => columns[name]),
  ]);

forEachBackend(() => {
  it("is asked within long steps, between passes and inverses, where rows may be read and no number changes", async () => {
    const [plain, interrupted] = [race(), race()];
    const before: number[] = [];
    for (let step = 0; step < 4; step++) {
      let asked = 0;
      await plain.takeStep();
      await interrupted.takeStep(async () => {
        asked++;
        await new Promise((resolve) => setTimeout(resolve, 1));
        await interrupted.readRows(0); // as at Pause, within the scope of a step
      });
      before.push(asked);
    }
    // two between the runs; one in each meta-update, and in KFAC one before its inverses and one from layer to layer
    const layers = plain.runs[0]?.layers.length ?? 0;
    expect(before).toEqual([4 + layers, 2, 4, 2 + layers]);
    expect(await numbersOf(interrupted)).toEqual(await numbersOf(plain));
    plain.dispose();
    interrupted.dispose();
  });

  it("ends a step by what is thrown there, and leaves nothing behind", async () => {
    const { numTensors } = memory();
    for (const last of [1, 2, 4, 5]) {
      const ended = race();
      let asked = 0;
      const step = ended.takeStep(async () => {
        if (++asked === last) throw new Error("Another has its place.");
      });
      await expect(step).rejects.toThrow("Another has its place.");
      expect(ended.step).toBe(0);
      expect((await ended.readRows(0)).map(({ status }) => status)).toEqual(["running", "running", "running"]);
      ended.dispose();
      expect(memory().numTensors).toBe(numTensors);
    }
  });
});
