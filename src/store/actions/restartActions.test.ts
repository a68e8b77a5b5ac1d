import { expect, test, vi } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { TASKS } from "../../config/tables/tasks";
import type { WorkerEvent } from "../../protocol/messages";
import { applyEvent } from "../experiment/applyEvent";
import { appendRows, columnValues, EMPTY_LOG } from "../experiment/columns";
import type { ExperimentState, RunState } from "../experiment/state";
import { linkOf } from "../link/linkSelectors";
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
  expect(state().notices[0]?.title).toBe("The seed is -4");
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

test("every preset can be chosen; the device stays; that of CIFAR-100 asks for the archive first", () => {
  const asking = setUpActions();
  asking.actions.setPreset("cifar100");
  expect(asking.state().archives.asking?.archive).toBe("cifar100");
  expect(asking.state().config.task).toBe("sine");
  for (const { id, experiment } of PRESETS.filter(({ id }) => id !== "cifar100")) {
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

/** A log of so many steps of apo-p, of which each took so long; the other runs have none. */
function logOf(state: ExperimentState, steps: number, secondsEach: number): Partial<ExperimentState> {
  const all = Array.from({ length: steps }, (_, step) => step);
  const rows = {
    step: all,
    trainLoss: all.map((step) => 1 / (step + 1)),
    seconds: all.map((step) => (step + 1) * secondsEach),
  };
  const [first, ...others] = state.runs as [RunState, ...RunState[]];
  const run = { ...first, columns: appendRows(EMPTY_LOG, rows), metaSteps: 2 };
  return { status: "paused", step: steps, runs: [run, ...others] };
}

function setUpTrained(steps: number, secondsEach: number) {
  const setUp = setUpActions();
  setUp.store.setState(logOf(setUp.state(), steps, secondsEach));
  return setUp;
}

test.each([
  ["Reset", "reset", "Reset."],
  ["a new seed", "newSeed", "Seed: 4321, before 7."],
  ["another task", "setTask", "Task: Two spirals, with its own settings."],
] as const)(
  "%s on a run of more than a minute can be undone: rows, moves and link come back",
  async (_, name, told) => {
    const { actions, sent, state, store } = setUpTrained(4, 20);
    const move = { step: 2, run: "apo-p", name: "lambdaFsd", from: 3, value: 9, gesture: 1 } as const;
    store.setState({ interventions: [move] });
    actions.setHyperparam("apo-p", "lambdaWsd", 0.5); // not heard by the worker before the reset
    const before = state();
    actions[name]("spirals");
    expect(state()).toMatchObject({ step: 0, interventions: [] });
    expect(state().notices).toMatchObject([
      {
        title: "Restarted at step 0",
        detail: `${told} The 4 steps taken before, 80 s of training, are off the charts.`,
        action: "bringBack",
      },
    ]);
    actions.bringBack();
    await vi.waitFor(() => expect(state().experiment).toBe("e3")); // its script is fetched
    expect(state()).toMatchObject({ experiment: "e3", status: "loading", step: 4, retraining: { at: 0, to: 4 } });
    expect(state().runs).toBe(before.runs);
    expect(state().config).toBe(before.config);
    expect(linkOf(state())).toEqual(linkOf(before));
    expect(sent.slice(-2)).toMatchObject([
      {
        type: "configure",
        experiment: "e3",
        config: { seed: 7, task: "sine", interventions: [{ step: 2, run: "apo-p", name: "lambdaFsd", value: 9 }] },
        resume: { step: 4, evaluatedAt: 0, runs: { "apo-p": { seconds: 80, metaSteps: 2 } } },
      },
      { type: "setHyperparam", experiment: "e3", run: "apo-p", name: "lambdaWsd", value: 0.5 },
    ]);
    expect(state().shelf).toBeNull(); // what was brought back is not offered again
  },
);

test("a short run is not kept, but the long one before it still is, until its notice is dismissed", async () => {
  const short = setUpTrained(4, 14);
  short.actions.reset();
  expect(short.state()).toMatchObject({ shelf: null, notices: [] });

  const { actions, state } = setUpTrained(4, 20);
  actions.reset();
  actions.newSeed();
  expect(state().shelf?.step).toBe(4);
  expect(state().notices).toMatchObject([{ title: "A longer run is kept", action: "bringBack" }]);
  actions.dismissNotice(state().notices[0]?.id ?? -1);
  expect(state()).toMatchObject({ shelf: null, notices: [] });
  const { experiment } = state();
  actions.bringBack();
  await import("../kept/broughtBack");
  await new Promise((resolve) => setTimeout(resolve));
  expect(state().experiment).toBe(experiment);
});

test("a run that comes back says how far it is trained again, and that it came to other numbers where it did", async () => {
  const { actions, state, store } = setUpTrained(4, 20);
  actions.reset();
  actions.bringBack();
  await vi.waitFor(() => expect(state().experiment).toBe("e3"));
  const hear = (event: object) =>
    store.setState(applyEvent(state(), { experiment: "e3", ...event } as WorkerEvent), true);
  hear({ type: "retrained", step: 2, losses: { "apo-p": 0.5 } });
  expect(state().retraining).toEqual({ at: 2, to: 4 });
  expect(state().notices).toEqual([]);
  hear({ type: "retrained", step: 4, losses: { "apo-p": 0.2500001 } });
  expect(state().retraining).toBeNull();
  expect(state().notices.at(-1)?.title).toBe("Trained again, it came to other numbers");
  // a step that the log was in the middle of comes once
  const columns = { step: [3, 4], trainLoss: [0.25, 0.2], seconds: [80, 100] };
  hear({ type: "rows", step: 5, metaSteps: {}, runs: [{ run: "apo-p", columns }] });
  expect(columnValues(state().runs[0]?.columns ?? EMPTY_LOG, "step")).toEqual([0, 1, 2, 3, 4]);
});
