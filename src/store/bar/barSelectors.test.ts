import { expect, test } from "vitest";
import { testState } from "../testing/testState";
import { selectBadge, selectLoadStages, selectTransport } from "./barSelectors";

test.each([
  ["loading", false, false, true],
  ["needsFile", false, false, false],
  ["idle", true, true, true],
  ["running", true, false, true],
  ["paused", true, true, true],
  ["failed", false, false, true],
] as const)("while %s: play %s, step %s, reset %s", (status, canPlay, canStep, canReset) => {
  expect(selectTransport({ ...testState(), status })).toMatchObject({
    canPlay,
    canStep,
    canMetaStep: canStep,
    canReset,
  });
});

test("the counters are the lockstep steps and the focus run's meta-updates", () => {
  const state = testState();
  const runs = state.runs.map((run, index) => ({ ...run, metaSteps: 10 - index }));
  expect(selectTransport({ ...state, step: 42, runs })).toMatchObject({ step: 42, metaStep: 10, playLabel: "Play" });
  expect(selectTransport({ ...state, runs, focusRun: "apo-lr" }).metaStep).toBe(9);
  expect(selectTransport(testState(["sgdm"]))).toMatchObject({ metaStep: null, canMetaStep: false });
  expect(selectTransport({ ...state, status: "running" }).playLabel).toBe("Pause");
  expect(selectTransport({ ...state, status: "running", isPausing: true }).playLabel).toBe("Pausing");
});

test("stages before the current one are done, those after it not begun", () => {
  const progress = { stage: "device", fraction: 0.4, detail: "Trying WebGPU" } as const;
  expect(selectLoadStages({ ...testState(), progress }).map(({ fraction, detail }) => [fraction, detail])).toEqual([
    [1, ""],
    [1, ""],
    [0.4, "Trying WebGPU"],
    [0, ""],
  ]);
});

test("the badge names device and adapter", () => {
  expect(selectBadge(testState())).toBeNull();
  const environment = {
    app: "1",
    backend: "webgpu",
    adapter: "nvidia ampere",
    runtime: "Chrome",
    reason: "faster",
  } as const;
  expect(selectBadge({ ...testState(), environment })).toEqual({ text: "WebGPU · nvidia ampere", reason: "faster" });
});
