import { expect, it } from "vitest";
import { gridRuns, isGridRun, trainingRuns } from "./learningRateGrid";
import { resolveExperiment } from "./resolveExperiment";
import { defaultHyperparams } from "./resolveRuns";

const experiment = (rest: object = {}) =>
  resolveExperiment({
    version: 1,
    task: "sine",
    learningRateGrid: true,
    optimizers: [{ id: "apo-lr", hyperparams: { baseOptimizer: "sgd" } }, { id: "adam" }],
    ...rest,
  }).config;

it("eight runs of SGD stand behind APO-η, equal factors apart over SGD's slider, with SGD's settings on the task", () => {
  const runs = gridRuns(experiment());
  // 0.001 to 3: a factor of 3000^(1/7) = 3.1385
  expect(runs.map(({ hyperparams }) => hyperparams.learningRate)).toEqual([
    0.001, 0.0031, 0.0099, 0.031, 0.097, 0.3, 0.96, 3,
  ]);
  expect(new Set(runs.map(({ id }) => id))).toEqual(new Set(["sgd"]));
  expect(runs.every(({ run }) => isGridRun(run))).toBe(true);
  expect(runs[0]?.hyperparams).toEqual({ ...defaultHyperparams({ task: "sine" }, "sgd"), learningRate: 0.001 });
});

it("on another base they are that method's, with the momentum, β and precision that APO-η gives it", () => {
  const config = experiment({
    optimizers: [
      { id: "apo-lr", hyperparams: { baseOptimizer: "sgdm", momentum: 0.5, beta2: 0.97, precision: "bf16" } },
    ],
  });
  const [first] = gridRuns(config);
  expect(first).toMatchObject({
    id: "sgdm",
    hyperparams: { learningRate: 1e-4, momentum: 0.5, beta2: 0.97, precision: "bf16" },
  });
});

it("they come after the runs of the race, which stay as they are", () => {
  const config = experiment();
  expect(config.optimizers.map(({ run }) => run)).toEqual(["apo-lr", "adam"]);
  expect(trainingRuns(config)).toHaveLength(10);
  expect(trainingRuns(config).slice(0, 2)).toEqual(config.optimizers);
});

it("there are none unless they are asked for", () => {
  expect(gridRuns(experiment({ learningRateGrid: false }))).toEqual([]);
  expect(experiment({ learningRateGrid: undefined }).learningRateGrid).toBe(false);
});

it("a resolved experiment resolves to itself, grid and all", () => {
  expect(resolveExperiment(experiment()).config).toEqual(experiment());
});

it.each([
  ["without APO-η", { optimizers: [{ id: "sgd" }] }, /have no APO-η to stand behind\. .*Add apo-lr/],
  [
    "where 25 runs race",
    { optimizers: [{ id: "apo-lr" }, ...Array.from({ length: 24 }, () => ({ id: "sgd" }))] },
    /25 runs leave no room .*at most 32 runs in all/,
  ],
  ["as a word", { learningRateGrid: "yes" }, /The band of fixed learning rates is "yes"\. Allowed: true, false/],
])("it is refused %s, and left out by a link with a note", (_, rest, message) => {
  expect(() => experiment(rest)).toThrow(message);
  const input = { version: 1, task: "sine", learningRateGrid: true, optimizers: [{ id: "apo-lr" }], ...rest };
  const { config, notes } = resolveExperiment(input, { mode: "lenient" });
  expect(config.learningRateGrid).toBe(false);
  expect(notes).toHaveLength(1);
});

it("24 runs and the grid make the most that race", () => {
  const config = experiment({
    optimizers: [{ id: "apo-lr" }, ...Array.from({ length: 23 }, () => ({ id: "sgd" }))],
  });
  expect(trainingRuns(config)).toHaveLength(32);
});

it("no run of a person can have the name of a grid's run", () => {
  const named = { optimizers: [{ id: "apo-lr" }, { id: "sgd", run: "grid/1" }] };
  expect(() => experiment(named)).toThrow(/run name "grid\/1" cannot be used/);
});
