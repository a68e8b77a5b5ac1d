import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { forEachBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import type { RunRows } from "../training/contract";
import { createRace } from "../training/race";

/** Rows of ten steps of both APO methods, and their weights after each of the first `watch` steps. */
async function train(id: "apo-lr" | "apo-p", changed: Partial<Hyperparams>, watch: number) {
  const task = tinyTask("regression");
  const runs = [{ run: id, optimizer: id, hyperparams: { ...hyperparamDefaults(id), ...changed } }];
  const race = createRace(task, { seed: 3, batchSize: 16, steps: 10, runs });
  const weights: number[][] = [];
  for (let step = 0; step < 10; step++) {
    await race.takeStep();
    if (step < watch) weights.push((await race.weights(id)).flatMap((layer) => [...layer]));
  }
  const [rows] = await race.readRows();
  race.dispose();
  return { rows: rows as RunRows, weights, start: task.initialParams.flatMap((layer) => [...layer]) };
}

const metaSteps = ({ columns }: RunRows) => columns.objective.flatMap((value, step) => (value === null ? [] : [step]));

forEachBackend(() => {
  it.each(["apo-lr", "apo-p"] as const)("%s moves φ at steps 0, K, 2K, …", async (id) => {
    const { rows } = await train(id, { metaUpdateInterval: 4 }, 0);
    expect(metaSteps(rows)).toEqual([0, 4, 8]);
  });

  it.each(["apo-lr", "apo-p"] as const)("%s moves φ in each of the first W steps, then every K", async (id) => {
    const { rows } = await train(id, { metaUpdateInterval: 4, metaIntervalWarmup: 3 }, 0);
    expect(metaSteps(rows)).toEqual([0, 1, 2, 4, 8]);
    expect(rows.metaSteps).toBe(5);
  });

  it.each(["apo-lr", "apo-p"] as const)(
    "%s leaves the weights where they are in meta-only steps, and moves φ",
    async (id) => {
      const changed = { metaUpdateInterval: 5, metaOnlySteps: 3 };
      const { rows, weights, start } = await train(id, changed, 4);
      expect(metaSteps(rows)).toEqual([0, 1, 2, 5]);
      expect(weights.slice(0, 3)).toEqual([start, start, start]);
      expect(weights[3]).not.toEqual(start);
      const [first, second, third] = rows.columns.learningRate as [number, number, number];
      expect(new Set([first, second, third]).size).toBe(3);
    },
  );
});
