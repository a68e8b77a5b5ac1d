import { expect, test } from "vitest";
import type { WorkerEvent } from "../../protocol/messages";
import { testState } from "../testing/testState";
import { applyEvent } from "./applyEvent";
import { columnValues } from "./columns";
import type { ExperimentState } from "./state";

const experiment = "e1";
const notice = { level: "warning", title: "No WebGPU adapter", detail: "d", remedy: "r" } as const;

function apply(state: ExperimentState, ...events: WorkerEvent[]): ExperimentState {
  return events.reduce(applyEvent, state);
}

function runOf(state: ExperimentState, id: string) {
  const run = state.runs.find((candidate) => candidate.run === id);
  if (!run) throw new Error(`no run ${id}`);
  return run;
}

const move = (step: number, from: number, value: number): WorkerEvent => ({
  type: "intervention",
  experiment,
  run: "apo-p",
  step,
  name: "lambdaFsd",
  from,
  value,
});

test("an event of another experiment gives back the very same state", () => {
  const state = testState();
  const late: WorkerEvent = { type: "status", experiment: "e0", status: "running", step: 40 };
  expect(applyEvent(state, late)).toBe(state);
});

test("progress names the stage", () => {
  const state = apply(testState(), {
    type: "progress",
    experiment,
    stage: "data",
    fraction: 0.5,
    detail: "2 of 4 sprites",
  });
  expect(state.progress).toEqual({ stage: "data", fraction: 0.5, detail: "2 of 4 sprites" });
});

test("ready brings environment, picture, sizes and layers, and ends loading", () => {
  const environment = { app: "1.0.0", backend: "wasm", adapter: null, runtime: "test", reason: "r" } as const;
  const layers = [{ name: "dense1", shape: [64, 2] as [number, number] }];
  const sizes = { trainCount: 10, testCount: 5, parameterCount: 128 };
  const state = apply(
    { ...testState(), status: "loading" },
    { type: "ready", experiment, environment, sizes, picture: { kind: "none" }, runs: [{ run: "apo-p", layers }] },
  );
  expect(state).toMatchObject({ status: "idle", environment, sizes });
  expect(runOf(state, "apo-p").layers).toEqual(layers);
  expect(runOf(state, "sgdm").layers).toEqual([]);
});

test("status moves the word and the counter, but nothing leaves a failure", () => {
  const running: WorkerEvent = { type: "status", experiment, status: "running", step: 3 };
  const state = apply(testState(), running);
  expect(state).toMatchObject({ status: "running", step: 3 });
  const failed = apply(state, { type: "failure", experiment, notice });
  expect(apply(failed, running).status).toBe("failed");
});

test("rows go to their runs; a run without rows stays the same object", () => {
  const before = testState();
  const state = apply(before, {
    type: "rows",
    experiment,
    step: 2,
    metaSteps: { "apo-p": 2 },
    runs: [{ run: "apo-p", columns: { step: [0, 1], trainLoss: [1, 0.5] } }],
  });
  expect(state.step).toBe(2);
  expect(columnValues(runOf(state, "apo-p").columns, "trainLoss")).toEqual([1, 0.5]);
  expect(runOf(state, "apo-p").metaSteps).toBe(2);
  expect(runOf(state, "sgdm")).toBe(runOf(before, "sgdm"));
  expect(runOf(before, "apo-p").columns.length).toBe(0);
});

test("evaluations stay ascending, and a step has one", () => {
  const at = (step: number, testLoss: number): WorkerEvent => ({
    type: "evaluation",
    experiment,
    run: "sgdm",
    evaluation: { step, trainLoss: 1, testLoss, testMetric: 0.1 },
  });
  const state = apply(testState(), at(0, 3), at(20, 1), at(10, 2), at(20, 0.9));
  expect(runOf(state, "sgdm").evaluations.map(({ step, testLoss }) => [step, testLoss])).toEqual([
    [0, 3],
    [10, 2],
    [20, 0.9],
  ]);
});

test("predictions, costs and run status reach their run", () => {
  const cost = { msPerStep: 2, forwardPasses: 4, backwardPasses: 2, tensorBytes: 1000, peakBytes: 1000 };
  const values = new Float32Array([1, 2]);
  const state = apply(
    testState(),
    { type: "prediction", experiment, step: 5, runs: [{ run: "sgdm", values }] },
    { type: "cost", experiment, run: "sgdm", cost },
    { type: "runStatus", experiment, run: "sgdm", status: "diverged", message: "trainLoss is NaN at step 5" },
  );
  expect(runOf(state, "sgdm")).toMatchObject({
    predictions: [{ step: 5, values }],
    cost,
    status: "diverged",
    message: "trainLoss is NaN at step 5",
  });
  expect(runOf(state, "apo-p").status).toBe("running");
  expect(state.status).toBe("idle");
});

test("spectra keep those of the schedule and the latest, and let go of another that comes late", () => {
  let state = testState();
  for (let step = 0; step < 200; step += 1) {
    state = applyEvent(state, { type: "spectrum", experiment, run: "apo-p", step, layers: [] });
  }
  const { spectra } = runOf(state, "apo-p");
  // 200 planned steps: every eighth
  expect(spectra.map(({ step }) => step)).toEqual([...Array.from({ length: 25 }, (_, i) => 8 * i), 199]);
  const late = applyEvent(state, { type: "spectrum", experiment, run: "apo-p", step: 7, layers: [] });
  expect(late).toBe(state);
});

test("an event for a run that does not race changes nothing", () => {
  const state = testState();
  expect(apply(state, { type: "spectrum", experiment, run: "kfac", step: 1, layers: [] })).toBe(state);
});

test("an intervention is recorded and its control follows", () => {
  const state = apply(testState(), move(120, 1, 3));
  expect(state.interventions).toMatchObject([{ step: 120, run: "apo-p", name: "lambdaFsd", from: 1, value: 3 }]);
  expect(runOf(state, "apo-p").hyperparams.lambdaFsd).toBe(3);
  expect(state.config.optimizers[0]?.hyperparams.lambdaFsd).not.toBe(3);
});

test("moves of one control in one step become one, and vanish where they come back", () => {
  const state = apply(testState(), move(120, 1, 3), move(120, 3, 4));
  expect(state.interventions).toHaveLength(1);
  expect(state.interventions[0]).toMatchObject({ from: 1, value: 4 });
  expect(apply(state, move(120, 4, 1)).interventions).toEqual([]);
});

test("a move in step 0 is the setting the run starts with, not an intervention", () => {
  const state = apply(testState(), move(0, 1, 0.1));
  expect(state.interventions).toEqual([]);
  expect(state.config.optimizers[0]?.hyperparams.lambdaFsd).toBe(0.1);
});

test("a confirmed older move does not move a control back that was moved since", () => {
  const before = testState();
  const shown = { ...before, pending: { "apo-p.lambdaFsd": { from: 1, value: 5, gesture: 9 } } };
  const older = apply(shown, move(10, 1, 2));
  expect(runOf(older, "apo-p").hyperparams).toBe(runOf(before, "apo-p").hyperparams);
  expect(older.interventions[0]).toMatchObject({ value: 2, gesture: 9 });
  const newest = apply(older, move(11, 2, 5));
  expect(newest.pending).toEqual({});
  expect(newest.interventions.map(({ gesture }) => gesture)).toEqual([9, 9]);
  expect(runOf(newest, "apo-p").hyperparams.lambdaFsd).toBe(5);
});

test("notices get their own ids, and the same words twice stay one", () => {
  const state = apply(
    testState(),
    { type: "notice", experiment, notice },
    { type: "notice", experiment, notice: { ...notice, detail: "other" } },
    { type: "notice", experiment, notice },
  );
  expect(state.notices.map(({ detail }) => detail)).toEqual(["other", "d"]);
  expect(new Set(state.notices.map(({ id }) => id)).size).toBe(2);
});

test("a failure keeps what was trained and offers the way on", () => {
  const trained = apply(testState(), {
    type: "rows",
    experiment,
    step: 1,
    metaSteps: {},
    runs: [{ run: "sgdm", columns: { step: [0], trainLoss: [1] } }],
  });
  const failed = apply(trained, { type: "failure", experiment, notice });
  expect(failed).toMatchObject({ status: "failed", notices: [{ action: "retry" }] });
  expect(runOf(failed, "sgdm").columns).toBe(runOf(trained, "sgdm").columns);

  const environment = { app: "1.0.0", backend: "webgpu", adapter: "x", runtime: "test", reason: "r" } as const;
  const lost = apply({ ...trained, environment }, { type: "failure", experiment, notice });
  expect(lost.notices).toMatchObject([{ action: "continueOnWasm" }]);
});
