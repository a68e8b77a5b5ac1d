import { describe, expect, it } from "vitest";
import { PRESETS } from "../experiment/presets";
import { resolveExperiment } from "../experiment/resolveExperiment";
import { defaultHyperparams } from "../experiment/resolveRuns";
import type { NumericHyperparamName } from "./hyperparamNames";
import { hasMetaUpdates, hyperparamDefaults, hyperparamRange } from "./hyperparamRange";
import { CHOICES } from "./hyperparams";
import { refusalOf, taskOption } from "./networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS } from "./optimizers";
import { TASK_IDS } from "./taskIds";
import { settingsIn } from "./taskSettings";
import { TASK_STARTS } from "./taskStarts";
import { TASKS } from "./tasks";

describe.each(TASK_IDS)("the settings of %s", (task) => {
  it.each(OPTIMIZER_IDS)("say for %s only what it reads, within its limits, and how it was chosen", (id) => {
    if (refusalOf({ task }, id) !== null) {
      expect(settingsIn(TASKS[task].settings, id).hyperparams).toEqual({});
      return;
    }
    const { hyperparams, tuned } = settingsIn(TASKS[task].settings, id);
    for (const name of Object.keys(hyperparams)) expect(OPTIMIZERS[id].hyperparams).toContain(name);
    for (const [name, value] of Object.entries(hyperparams).filter(([, one]) => typeof one === "number")) {
      const { min, max, allowsZero } = hyperparamRange(id, name as NumericHyperparamName);
      const isOnSlider = Number(value) >= min && Number(value) <= max;
      expect(isOnSlider || (allowsZero && value === 0), `the slider of ${name} holds ${value}`).toBe(true);
    }
    const input = { version: 1, task, optimizers: [{ id, hyperparams }] };
    expect(resolveExperiment(input).config.optimizers[0]?.hyperparams).toEqual(defaultHyperparams({ task }, id));
    expect(tuned).toMatch(
      /^(\d+ candidates, seed 0, best .* after \d+ steps|grid of \d+, seed \d+, lowest train loss after \d+ steps|not tuned|set for the closed form)/,
    );
  });
});

describe("the settings that the sweep starts from", () => {
  // Settings of the study made beforehand: task, method, its numbers.
  it.each([
    [
      "sine",
      "apo-p",
      { metaUpdateInterval: 1, momentum: 0.9, lambdaFsd: 3, learningRate: 0.01, metaLearningRate: 0.01 },
    ],
    ["deep-linear", "apo-p", { lambdaFsd: 0.6, metaLearningRate: 0.007, metaBeta1: 0.9, metaBeta2: 0.9 }],
    ["spirals", "apo-p", { momentum: 0, lambdaFsd: 1, learningRate: 0.1, metaLearningRate: 0.007, metaBeta2: 0.99 }],
    ["cifar10", "apo-p", { momentum: 0.9, lambdaFsd: 10, learningRate: 0.02, metaLearningRate: 0.003 }],
    ["linear", "apo-p", { lambdaFsd: 1, lambdaWsd: 0.1, learningRate: 0.1, metaSchedule: "linear" }],
    ["sine", "apo-lr", { metaLearningRate: 0.1, metaUpdateInterval: 10, lambdaFsd: 0.3, learningRate: 1e-3 }],
    ["sine", "kfac", { learningRate: 0.0035, damping: 1e-4, klClip: 1e-3, curvatureEma: 0.95, momentum: 0.9 }],
    ["deep-linear", "kfac", { learningRate: 0.1, damping: 1e-7, klClip: 1e-2 }],
    ["cifar10", "kfac", { learningRate: 0.014, damping: 0.07, factorUpdatePeriod: 5, inverseUpdatePeriod: 20 }],
    ["sine", "adam", { learningRate: 0.03, beta2: 0.99 }],
    ["spirals", "sgd", { learningRate: 1.7 }],
    ["cifar10", "sgdm", { learningRate: 0.02, momentum: 0.9 }],
  ] as const)("are on %s for %s those of the study", (task, id, expected) => {
    expect({ ...hyperparamDefaults(id), ...TASK_STARTS[task][id] }).toMatchObject(expected);
  });
});

describe("the table of methods", () => {
  it("says of APO-η every base that it scales, and both scopes of its rate", () => {
    const { summary } = OPTIMIZERS["apo-lr"];
    for (const base of CHOICES.baseOptimizer) expect(summary).toMatch(new RegExp(`\\b${OPTIMIZERS[base].name}\\b`));
    expect(CHOICES.learningRateScope).toEqual(["shared", "per-layer"]);
    expect(summary).toContain("one for all layers, or one for each");
  });
});

describe("the task table", () => {
  it.each(TASK_IDS)("%s races known methods, each once, and starts within its option ranges", (id) => {
    const task = TASKS[id];
    expect(new Set(task.race).size).toBe(task.race.length);
    expect(task.evaluationInterval).toBeLessThanOrEqual(task.steps);
    for (const option of task.options) {
      const info = taskOption({ task: id }, option);
      const value = task.defaultOptions[option];
      if (info.kind === "choice") {
        expect(info.choices).toContain(value);
        continue;
      }
      expect(value).toBeGreaterThanOrEqual(info.min);
      expect(value).toBeLessThanOrEqual(info.max);
    }
  });
});

describe("the presets", () => {
  it.each(PRESETS.map((preset) => [preset.name, preset] as const))("%s resolves without complaint", (_, preset) => {
    const { config, notes } = resolveExperiment(preset.experiment);
    expect(notes).toEqual([]);
    for (const { step } of config.interventions) expect(step).toBeLessThan(config.steps);
    expect(preset.lookFor).toMatch(/^[^.]*(\.\d[^.]*)*\.$/); // one sentence
  });

  it("are at least six with names of their own, over four tasks", () => {
    expect(PRESETS.length).toBeGreaterThanOrEqual(6);
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
    expect(new Set(PRESETS.map(({ experiment }) => experiment.task)).size).toBeGreaterThanOrEqual(4);
  });
});

it.each(OPTIMIZER_IDS)("%s says what it is by nature as its settings do", (id) => {
  const { learns, isSolver, isFactored, needsLayers, hyperparams } = OPTIMIZERS[id];
  expect(learns !== null).toBe(hasMetaUpdates(id));
  expect(isSolver).toBe(hyperparams.includes("solverIterations"));
  expect(isFactored).toBe(hyperparams.includes("inverseUpdatePeriod"));
  expect(needsLayers).toBe(hyperparams.includes("factorUpdatePeriod"));
});
