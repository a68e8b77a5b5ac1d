import { expect, test } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { TASKS } from "../../config/tables/tasks";
import { applyEvent } from "../experiment/applyEvent";
import { hyperparamsOf, setUpActions } from "../testing/testActions";

test("reset goes back to step 0 with the settings the run started with, and drops live moves", () => {
  const { actions, sent, state, store } = setUpActions({ status: "paused", step: 50 });
  actions.setHyperparam("apo-p", "lambdaFsd", 9);
  const move = { step: 50, run: "apo-p", name: "lambdaFsd", from: 3, value: 9 } as const;
  store.setState(applyEvent(state(), { type: "intervention", experiment: "e1", ...move }), true);
  expect(state().interventions).toHaveLength(1);
  actions.reset();
  expect(state()).toMatchObject({ experiment: "e2", status: "loading", step: 0, interventions: [], pending: {} });
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(3);
  expect(sent.at(-1)).toMatchObject({ type: "configure", experiment: "e2", config: { seed: 7, interventions: [] } });
  expect(state().notices).toEqual([]);
});

test("replay schedules the live moves at their steps", () => {
  const move = { step: 50, run: "apo-p", name: "lambdaFsd", from: 3, value: 9, gesture: 1 } as const;
  const { actions, sent } = setUpActions({ step: 60, interventions: [move] });
  actions.replay();
  expect(sent).toMatchObject([
    { config: { interventions: [{ step: 50, run: "apo-p", name: "lambdaFsd", value: 9 }] } },
  ]);
});

test("a restart after training says what changed and what went; one at step 0 says nothing", () => {
  const trained = setUpActions({ status: "paused", step: 240 });
  trained.actions.setSeed(8);
  expect(trained.state().notices).toMatchObject([
    {
      level: "info",
      title: "Restarted at step 0",
      detail: "Seed: 8, before 7. The 240 steps taken before are off the charts.",
    },
  ]);
  expect(trained.sent).toMatchObject([{ type: "configure", config: { seed: 8 } }]);
  const fresh = setUpActions();
  fresh.actions.newSeed();
  expect(fresh.state()).toMatchObject({ config: { seed: 4321 }, notices: [] });
});

test("a seed that is none is replaced with a notice", () => {
  const { actions, state } = setUpActions();
  actions.setSeed(-4);
  expect(state().config.seed).toBe(0);
  expect(state().notices[0]?.title).toBe("seed is -4");
});

test("a task brings its own settings, steps and batch size for the methods that race", () => {
  const { actions, state } = setUpActions(
    {},
    { batchSize: 32, optimizers: [{ id: "sgdm", hyperparams: { learningRate: 0.3 } }] },
  );
  actions.setTask("spirals");
  const { config, preset } = state();
  expect(config).toMatchObject({ task: "spirals", steps: TASKS.spirals.steps, batchSize: TASKS.spirals.batchSize });
  expect(config.optimizers.map(({ id }) => id)).toEqual(["sgdm"]);
  expect(config.optimizers[0]?.hyperparams.learningRate).toBe(0.2);
  expect(preset).toBeNull();
});

test("a task chosen after a preset races the task's own field", () => {
  const { actions, state } = setUpActions();
  actions.setPreset("four-starts");
  actions.setTask("cifar10");
  expect(state().config.optimizers.map(({ id }) => id)).toEqual(TASKS.cifar10.race);
});

test("every preset can be chosen; the device stays", () => {
  for (const { id, experiment } of PRESETS) {
    const { actions, state } = setUpActions({}, { backend: "cpu" });
    actions.setPreset(id);
    expect(state()).toMatchObject({ preset: id, notices: [], config: { task: experiment.task, backend: "cpu" } });
  }
});

test("an unknown preset is named with those there are, and nothing restarts", () => {
  const { actions, state, sent } = setUpActions();
  actions.setPreset("mnist");
  expect(state().notices[0]?.detail).toContain(PRESETS[0]?.id);
  expect(sent).toEqual([]);
});

test("device, batch size, task option and a run's own setting restart and keep the rest", () => {
  const { actions, state, sent } = setUpActions({ preset: "cifar10" });
  actions.setDevice("cpu");
  actions.setBatchSize(16);
  actions.setTaskOption("conditionNumber", 100);
  actions.setRunSetting("sgdm", "momentum", 0.5);
  expect(state().config).toMatchObject({ backend: "cpu", batchSize: 16, taskOptions: { conditionNumber: 100 } });
  expect(hyperparamsOf(state(), "sgdm").momentum).toBe(0.5);
  expect(state().preset).toBe("cifar10");
  expect(sent.map(({ type }) => type)).toEqual(["configure", "configure", "configure", "configure"]);
});

test("a network is chosen among those there are, and an unknown one is noted", () => {
  const { actions, state } = setUpActions({}, { task: "mnist" });
  actions.setTaskOption("network", "lenet");
  expect(state().config.taskOptions).toMatchObject({ network: "lenet", trainImages: 3000 });
  expect(state().notices).toEqual([]);
  actions.setTaskOption("network", "vgg");
  expect(state().config.taskOptions.network).toBe("mlp");
  expect(state().notices[0]?.detail).toContain("mlp, lenet");
});

test("optimizers join with the task's settings in drawing order, and leave; the last one stays", () => {
  const { actions, state } = setUpActions({}, { optimizers: [{ id: "sgdm", hyperparams: { learningRate: 0.3 } }] });
  actions.toggleOptimizer("apo-p");
  expect(state().config.optimizers.map(({ run }) => run)).toEqual(["apo-p", "sgdm"]);
  expect(hyperparamsOf(state(), "sgdm").learningRate).toBe(0.3);
  expect(state().focusRun).toBe("apo-p");
  actions.toggleOptimizer("sgdm");
  actions.toggleOptimizer("apo-p");
  expect(state().config.optimizers.map(({ run }) => run)).toEqual(["apo-p"]);
  expect(state().notices[0]?.title).toBe("At least one optimizer races");
});

test("a method is added once, beside those that race, with the task's settings", () => {
  const { actions, state, sent } = setUpActions(
    {},
    { optimizers: [{ id: "sgdm", hyperparams: { learningRate: 0.3 } }] },
  );
  actions.addOptimizer("natural-gradient");
  expect(state().config.optimizers.map(({ run }) => run)).toEqual(["sgdm", "natural-gradient"]);
  expect(hyperparamsOf(state(), "sgdm").learningRate).toBe(0.3);
  expect(state().focusRun).toBe("natural-gradient");
  actions.addOptimizer("natural-gradient");
  expect(sent).toHaveLength(1);
});

test("the sliders prefer APO, and Meta-step goes to its meta-update whatever run the sliders show", () => {
  const { actions, state, sent } = setUpActions({}, { optimizers: [{ id: "gradient-descent" }, { id: "apo-lr" }] });
  expect(state().focusRun).toBe("apo-lr");
  actions.setFocusRun("gradient-descent");
  expect(state().focusRun).toBe("gradient-descent");
  actions.metaStep();
  expect(sent.at(-1)).toMatchObject({ type: "metaStep", run: "apo-lr" });
});

test("after a lost device the race goes on WASM from step 0 with its moves, in new workers", () => {
  const move = { step: 50, run: "apo-p", name: "lambdaFsd", from: 3, value: 9, gesture: 1 } as const;
  const { actions, sent, clock } = setUpActions({ status: "failed", step: 60, interventions: [move] });
  actions.continueOnWasm();
  expect(clock.ended).toBe(1);
  expect(sent).toMatchObject([{ config: { backend: "wasm", interventions: [{ step: 50, value: 9 }] } }]);
});
