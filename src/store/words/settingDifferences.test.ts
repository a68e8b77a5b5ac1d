import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { settingDifferences } from "./settingDifferences";

const config = (input: object = {}) =>
  resolveExperiment({
    version: 1,
    task: "sine",
    optimizers: [{ id: "apo-p" }, { id: "apo-lr" }, { id: "sgdm" }],
    ...input,
  }).config;
const withSettings = (hyperparams: object, sgdm: object = {}) =>
  config({
    optimizers: [
      { id: "apo-p", hyperparams },
      { id: "apo-lr", hyperparams },
      { id: "sgdm", hyperparams: sgdm },
    ],
  });

describe("what differs between two experiments", () => {
  it("is nothing where they are the same", () => {
    expect(settingDifferences(config(), config())).toEqual([]);
  });

  it("names seed, batch size and length by the first one's numbers", () => {
    expect(settingDifferences(config({ seed: 3, batchSize: 16, steps: 90 }), config())).toEqual([
      "seed 3",
      "batch size 16",
      "90 steps",
    ]);
  });

  it("names a setting once where all runs that read it have it, else with its runs", () => {
    expect(settingDifferences(withSettings({ lambdaFsd: 10 }), config())).toEqual(["λ_FSD 10"]);
    expect(settingDifferences(withSettings({}, { learningRate: 0.5 }), config())).toEqual(["η 0.5 of SGDm"]);
  });

  it("names methods that only one of them has", () => {
    const other = config({ optimizers: [{ id: "apo-p" }, { id: "adam" }] });
    expect(settingDifferences(other, config())).toEqual(["with Adam", "without APO-η, SGDm"]);
  });

  it("names where a setting was moved to, and counts many moves", () => {
    const move = (step: number, name: string, value: number) => ({ step, run: "apo-p", name, value });
    const moved = config({ interventions: [move(20, "lambdaFsd", 3), move(30, "lambdaFsd", 10)] });
    expect(settingDifferences(moved, config())).toEqual(["λ_FSD 10 from step 30"]);
    expect(settingDifferences(config(), moved)).toEqual([]);
    const many = ["lambdaFsd", "lambdaWsd", "momentum"].map((name, i) => move(i + 1, name, 0.5));
    expect(settingDifferences(config({ interventions: many }), config())).toEqual(["3 moves of its own"]);
  });

  it("is the task alone where that differs", () => {
    expect(settingDifferences(config({ task: "spirals", seed: 3 }), config())).toEqual(["Two spirals"]);
  });
});
