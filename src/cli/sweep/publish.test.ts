import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SWEEP_BUDGET, SWEEP_SEED, SWEPT_SETTINGS } from "../../config/tables/sweptSettings";
import { TASK_IDS } from "../../config/tables/taskIds";
import { legsOf } from "./plan";
import { readSweeps } from "./publish";
import { resultsPage } from "./resultsPage";

const root = join(import.meta.dirname, "../../..");
const sweeps = readSweeps(join(root, "docs/sweeps"));

describe("the recorded sweeps", () => {
  it("are of every task that ships its data, but for the Transformer's, whose settings no sweep has chosen yet", () => {
    expect(readdirSync(join(root, "docs/sweeps"))).toHaveLength(sweeps.length);
    expect(sweeps.map(({ task }) => task)).toEqual(
      TASK_IDS.filter((task) => !["csv", "cifar100", "translation"].includes(task)),
    );
  });

  it.each(sweeps)(
    "of $task gave every method the same budget, and took the candidate of the lowest train loss",
    ({ task, methods }) => {
      expect(new Set(methods.map(({ optimizer }) => optimizer))).toEqual(
        new Set(legsOf(task).flatMap(({ optimizers }) => optimizers)),
      );
      for (const { candidates, chosen } of methods) {
        expect(candidates).toHaveLength(SWEEP_BUDGET);
        const lowest = Math.min(...candidates.flatMap(({ trainLoss }) => trainLoss ?? []));
        expect(candidates.find(({ trainLoss }) => trainLoss === lowest)?.hyperparams).toEqual(chosen);
      }
    },
  );

  it.each(sweeps)("of $task reported on five seeds apart from the one it chose on", ({ tuningSeed, methods }) => {
    expect(tuningSeed).toBe(SWEEP_SEED);
    for (const { heldOut } of methods) {
      const seeds = heldOut.map(({ seed }) => seed);
      expect(new Set(seeds).size).toBe(5);
      expect(seeds).not.toContain(tuningSeed);
    }
  });

  it.each(sweeps)("of $task are the settings in force", ({ task, methods }) => {
    for (const { optimizer, chosen, tuningSteps } of methods)
      expect(SWEPT_SETTINGS[task]?.[optimizer]).toEqual({ hyperparams: chosen, steps: tuningSteps });
  });

  it("are what docs/results.md says", () => {
    expect(readFileSync(join(root, "docs/results.md"), "utf8")).toBe(resultsPage(sweeps));
  });
});
