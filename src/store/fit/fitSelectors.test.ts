import { expect, test } from "vitest";
import { testState } from "../testing/testState";
import { selectFit, selectFitFigure } from "./fitSelectors";

test("a fit is of the step shown, for the runs shown alone, and the same object while neither changes", () => {
  const start = testState(["apo-p", "sgdm"]);
  const predictions = [0, 10, 20].map((step) => ({ step, values: Float32Array.of(step) }));
  const runs = start.runs.map((run) => (run.run === "apo-p" ? { ...run, predictions } : run));
  const state = { ...start, step: 25, runs };
  expect(selectFit(state).runs.map(({ run, prediction }) => [run, prediction?.step ?? null])).toEqual([
    ["apo-p", 20],
    ["sgdm", null],
  ]);
  const back = { ...state, display: { ...state.display, scrubStep: 12, hiddenRuns: ["sgdm"] } };
  expect(selectFit(back).runs.map(({ run, prediction }) => [run, prediction?.step])).toEqual([["apo-p", 10]]);
  expect(selectFit({ ...back, step: 26 })).toBe(selectFit(back));
  expect(selectFitFigure(back)).toMatchObject({ step: 10, when: "at step 10, kept last before 12" }); // drawn at once
});

test("a saved run is told apart: it has no predictions, whatever picture its task left on the page", () => {
  const state = testState(["sgdm"]);
  expect(selectFit(state).isSaved).toBe(false);
  expect(selectFit({ ...state, status: "saved" }).isSaved).toBe(true);
});
