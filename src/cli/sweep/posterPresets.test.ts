import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { readLongRuns } from "./longRecords";
import type { TaskResult } from "./sweepTask";

const root = join(import.meta.dirname, "../../..");

/** The presets whose runs are those that settings were held out on, with what each run came to: test metric and train loss by method. */
function heldOutOf(preset: string, sweep = preset) {
  const record = JSON.parse(readFileSync(join(root, `docs/sweeps/${sweep}.json`), "utf8")) as TaskResult;
  const { config } = resolveExperiment(PRESETS.find(({ id }) => id === preset)?.experiment);
  expect(record.heldOutSeeds).toEqual([config.seed]);
  expect(record.methods.map(({ optimizer }) => optimizer).toSorted()).toEqual(
    config.optimizers.map(({ id }) => id).toSorted(),
  );
  for (const { optimizer, chosen, steps } of record.methods) {
    expect(steps).toBe(config.steps);
    expect(config.optimizers.find(({ id }) => id === optimizer)?.hyperparams).toMatchObject(chosen);
  }
  const by = (name: "testMetric" | "trainLoss") =>
    Object.fromEntries(
      record.methods.map(({ optimizer, heldOut }) => [optimizer, heldOut[0]?.[name] ?? Number.NaN]),
    ) as Record<"apo-p" | "apo-lr" | "sgdm" | "adam" | "kfac", number>;
  return { accuracy: by("testMetric"), loss: by("trainLoss") };
}

/** Standard error of an accuracy on 1,000 images, at most. */
const ERROR = 0.016;

describe("what is said of the poster's networks is what the held-out runs of the sweeps show", () => {
  it("AlexNet: KFAC first in test accuracy, APO-P second, the others close behind", () => {
    const { kfac, "apo-p": apoP, ...others } = heldOutOf("alexnet").accuracy;
    expect(kfac).toBeGreaterThan(apoP + ERROR);
    for (const other of Object.values(others)) {
      expect(apoP).toBeGreaterThan(other);
      expect(apoP - other).toBeLessThan(3 * ERROR);
    }
  });

  it("VGG16: KFAC first, APO-η second, APO-P level with SGDm", () => {
    const { kfac, "apo-lr": apoLr, ...others } = heldOutOf("vgg16").accuracy;
    expect(kfac).toBeGreaterThan(apoLr + ERROR);
    for (const other of Object.values(others)) expect(apoLr).toBeGreaterThan(other + ERROR);
    expect(Math.abs(others["apo-p"] - others.sgdm)).toBeLessThan(ERROR);
  });

  it("ResNet-18: Adam's training loss is the lowest, those of APO are the highest", () => {
    const { adam, "apo-p": apoP, "apo-lr": apoLr, sgdm, kfac } = heldOutOf("resnet18").loss;
    expect(adam).toBeLessThan(Math.min(sgdm, kfac));
    expect(Math.min(apoP, apoLr)).toBeGreaterThan(Math.max(sgdm, kfac));
  });

  it("the Transformer: Adam's training loss the lowest, then APO-η's, APO-P's and SGDm's", () => {
    const { adam, "apo-lr": apoLr, "apo-p": apoP, sgdm } = heldOutOf("transformer", "translation").loss;
    expect([adam, apoLr, apoP, sgdm]).toEqual([adam, apoLr, apoP, sgdm].toSorted((a, b) => a - b));
  });

  it("WRN-28: APO-η below the schedule in training loss, above the best fixed rate", () => {
    const ends = (readLongRuns(root).wrn28 ?? []).map(({ run, evaluations }) => ({
      run,
      loss: evaluations.at(-1)?.trainLoss ?? Number.POSITIVE_INFINITY,
    }));
    const of = (name: string) => ends.find(({ run }) => run === name)?.loss ?? Number.NaN;
    const grid = ends.filter(({ run }) => isGridRun(run)).map(({ loss }) => loss);
    expect(grid).toHaveLength(8);
    expect(of("apo-lr")).toBeLessThan(of("schedule"));
    expect(of("apo-lr")).toBeGreaterThan(Math.min(...grid));
  });
});
