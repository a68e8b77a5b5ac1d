import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { readLongRuns } from "./longRecords";
import type { TaskResult } from "./sweepTask";

const root = join(import.meta.dirname, "../../..");

/** The presets whose runs are those that settings were held out on, with the test accuracy that each run came to, by method. */
function heldOutOf(preset: string) {
  const record = JSON.parse(readFileSync(join(root, `docs/sweeps/${preset}.json`), "utf8")) as TaskResult;
  const { config } = resolveExperiment(PRESETS.find(({ id }) => id === preset)?.experiment);
  expect(record.heldOutSeeds).toEqual([config.seed]);
  expect(record.methods.map(({ optimizer }) => optimizer).toSorted()).toEqual(
    config.optimizers.map(({ id }) => id).toSorted(),
  );
  for (const { optimizer, chosen, steps } of record.methods) {
    expect(steps).toBe(config.steps);
    expect(config.optimizers.find(({ id }) => id === optimizer)?.hyperparams).toMatchObject(chosen);
  }
  return Object.fromEntries(
    record.methods.map(({ optimizer, heldOut }) => [optimizer, heldOut[0]?.testMetric ?? Number.NaN]),
  ) as Record<"apo-p" | "apo-lr" | "sgdm" | "adam" | "kfac", number>;
}

/** Standard error of an accuracy on 1,000 images, at most. */
const ERROR = 0.016;

describe("what is said of networks without a record in docs/presets is what the held-out runs of the sweeps show", () => {
  it("VGG16: KFAC first, APO-η second, APO-P level with SGDm", () => {
    const { kfac, "apo-lr": apoLr, ...others } = heldOutOf("vgg16");
    expect(kfac).toBeGreaterThan(apoLr + ERROR);
    for (const other of Object.values(others)) expect(apoLr).toBeGreaterThan(other + ERROR);
    expect(Math.abs(others["apo-p"] - others.sgdm)).toBeLessThan(ERROR);
  });

  it("WRN-28: APO-η level with the schedule in test accuracy, and behind the best fixed rate", () => {
    const ends = (readLongRuns(root).wrn28 ?? []).map(({ run, evaluations }) => ({
      run,
      accuracy: evaluations.at(-1)?.testMetric ?? 0,
    }));
    const of = (name: string) => ends.find(({ run }) => run === name)?.accuracy ?? Number.NaN;
    const grid = ends.filter(({ run }) => isGridRun(run)).map(({ accuracy }) => accuracy);
    expect(grid).toHaveLength(8);
    expect(Math.abs(of("apo-lr") - of("schedule"))).toBeLessThan(ERROR);
    expect(of("apo-lr")).toBeLessThan(Math.max(...grid) - ERROR);
  });
});
