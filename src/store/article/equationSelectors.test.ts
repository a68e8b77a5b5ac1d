import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../experiment/columns";
import { testState } from "../testing/testState";
import { selectEquation } from "./equationSelectors";

test("the equation shows the terms of the last meta-update and the λ that acted in it, so that they multiply out", () => {
  const state = testState(["apo-p"]);
  const run = state.runs[0];
  if (!run) throw new Error("no run");
  const { lambdaFsd } = run.hyperparams;
  const columns = appendRows(EMPTY_LOG, {
    step: [0, 1],
    trainLoss: [0.5, 0.4],
    objective: [0.4 + lambdaFsd * 0.02, null],
    objectiveLoss: [0.4, null],
    fsd: [0.02, null],
    wsd: [0.3, null],
  });
  const moved = { ...run, columns, hyperparams: { ...run.hyperparams, lambdaFsd: 99 } };
  const shown = selectEquation({ ...state, runs: [moved] });
  expect(shown.step).toBe(0);
  expect(shown.fsd).toBe(0.02);
  expect(shown.lambdaFsd).toBeCloseTo(lambdaFsd, 6);
  expect(shown.total).toBeCloseTo(0.4 + lambdaFsd * 0.02, 12);
});

test("before the first meta-update there are settings but no terms", () => {
  const shown = selectEquation(testState(["apo-p"]));
  expect(shown.total).toBeNull();
  expect(shown.lambdaFsd).not.toBeNull();
});
