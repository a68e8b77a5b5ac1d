import { expect, test } from "vitest";
import { applyEvent } from "../../experiment/applyEvent";
import type { ExperimentState, Intervention } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { selectIdeal } from "./idealSelectors";

const CURVATURE = [{ name: "dense1", eigenvalues: [0.1, 1] }];

const ready = (state: ExperimentState, curvature = CURVATURE) =>
  applyEvent(state, {
    type: "ready",
    experiment: "e1",
    environment: { app: "1", backend: "cpu", adapter: null, runtime: "node", reason: "" },
    runs: [],
    picture: { kind: "none" },
    sizes: { trainCount: 1, testCount: 1, parameterCount: 2 },
    curvature,
  });

const weighed = (state: ExperimentState, lambdaFsd: number, lambdaWsd: number): ExperimentState => ({
  ...state,
  runs: state.runs.map((run) => ({ ...run, hyperparams: { ...run.hyperparams, lambdaFsd, lambdaWsd } })),
});

test("the ideal is drawn at the prices of the sliders at once, and in a past step at those that acted in it", () => {
  const state = weighed(ready(testState(["sgdm", "apo-p"])), 3, 0.5);
  const now = selectIdeal(state);
  expect(now).toMatchObject({ run: "apo-p", name: "APO-P", lambdas: { lambdaFsd: 3, lambdaWsd: 0.5 }, why: null });
  expect(now.layers[0]?.exact?.eigenvalues).toEqual([1 / (1 + 3 + 0.5), 1 / (0.1 + 3 * 0.1 + 0.5)]);
  expect(now.layers[0]?.linearised?.eigenvalues).toEqual([1 / (3 + 0.5), 1 / (3 * 0.1 + 0.5)]);

  // λ_FSD 1 and λ_WSD 0 by default; λ_FSD 3 from step 5 on.
  const move: Intervention = { step: 5, run: "apo-p", name: "lambdaFsd", from: 1, value: 3, gesture: 1 };
  const at = (scrubStep: number) =>
    selectIdeal({ ...state, step: 9, interventions: [move], display: { ...state.display, scrubStep } }).lambdas;
  expect(at(4)).toEqual({ lambdaFsd: 1, lambdaWsd: 0 });
  expect(at(5)).toEqual({ lambdaFsd: 3, lambdaWsd: 0 });
});

test("what has no inverse is left out, and said", () => {
  const free = selectIdeal(weighed(ready(testState(["apo-p"])), 0, 0));
  expect(free.layers[0]?.exact?.eigenvalues).toEqual([1, 10]);
  expect(free.layers[0]?.linearised).toBeNull();
  expect(free.why).toContain("λ_FSD G + λ_WSD I has no inverse");
  const flat = selectIdeal(weighed(ready(testState(["apo-p"]), [{ name: "dense1", eigenvalues: [0, 1] }]), 1, 0));
  expect(flat.layers[0]).toMatchObject({ exact: null, linearised: null });
});

test("without a constant curvature, or a method that weighs FSD, there is none, and it says what to choose", () => {
  expect(selectIdeal(testState(["apo-p"])).why).toContain("Choose the task Linear regression");
  expect(selectIdeal(ready(testState(["sgdm"])))).toMatchObject({ run: null, layers: [] });
  expect(selectIdeal(ready(testState(["sgdm"]))).why).toContain("Add APO-P");
  expect(selectIdeal({ ...testState(["apo-p"]), status: "loading" }).why).toBeNull();
});
