import { describe, expect, it } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { runName } from "./runName";

type Entry = { id: string; hyperparams?: object };
const namesOf = (optimizers: readonly Entry[], task = "sine") => {
  const { config } = resolveExperiment({ version: 1, task, optimizers });
  return config.optimizers.map(({ run }) => runName(config.optimizers, run));
};
const apo = (hyperparams: object) => ({ id: "apo-p", hyperparams });

describe("a run's name", () => {
  it.each<[string, Entry[], string[]]>([
    ["is its method's where that races once", [{ id: "apo-p" }, { id: "sgdm" }], ["APO-P", "SGDm"]],
    [
      "says what differs, in short numbers",
      [apo({ lambdaFsd: 3 }), apo({ lambdaFsd: 0.3 }), { id: "sgdm" }],
      ["APO-P λ_FSD 3", "APO-P λ_FSD 0.3", "SGDm"],
    ],
    [
      "takes the one setting that tells all apart, before one that does not",
      [
        apo({ lambdaFsd: 3, learningRate: 0.1 }),
        apo({ lambdaFsd: 3, learningRate: 0.01 }),
        apo({ learningRate: 1e-3 }),
      ],
      ["APO-P η₀ 0.1", "APO-P η₀ 0.01", "APO-P η₀ 0.001"],
    ],
    [
      "takes two where none tells all apart",
      [apo({ lambdaFsd: 3, lambdaWsd: 1 }), apo({ lambdaFsd: 3, lambdaWsd: 2 }), apo({ lambdaFsd: 1, lambdaWsd: 2 })],
      ["APO-P λ_FSD 3, λ_WSD 1", "APO-P λ_FSD 3, λ_WSD 2", "APO-P λ_FSD 1, λ_WSD 2"],
    ],
    ["counts runs that are alike", [{ id: "sgdm" }, { id: "sgdm" }], ["SGDm 1", "SGDm 2"]],
    [
      "counts those alike among others",
      [apo({ lambdaFsd: 3 }), apo({ lambdaFsd: 3 }), apo({ lambdaFsd: 1 })],
      ["APO-P λ_FSD 3, 1", "APO-P λ_FSD 3, 2", "APO-P λ_FSD 1"],
    ],
    [
      "has words for a choice, whole numbers and small ones",
      [
        { id: "kfac", hyperparams: { dampingForm: "tikhonov" } },
        { id: "kfac", hyperparams: { dampingForm: "pi" } },
        { id: "adam", hyperparams: { learningRate: 1e-4 } },
        { id: "adam", hyperparams: { learningRate: 0.25 } },
      ],
      ["KFAC Damping form Tikhonov", "KFAC Damping form with π", "Adam η 1e-4", "Adam η 0.25"],
    ],
  ])("%s", (_, optimizers, names) => {
    expect(namesOf(optimizers)).toEqual(names);
  });

  it("is another one for each of the 32 runs of a race, whatever they have in common", () => {
    const many = Array.from({ length: 32 }, (_, i) => apo({ lambdaFsd: 1 + (i % 4), lambdaWsd: i % 3 }));
    expect(new Set(namesOf(many)).size).toBe(32);
    for (const { experiment } of PRESETS) {
      const { optimizers } = resolveExperiment(experiment).config;
      const names = optimizers.map(({ run }) => runName(optimizers, run));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
