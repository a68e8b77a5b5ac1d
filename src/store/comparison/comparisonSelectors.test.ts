import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { applyEvent } from "../experiment/applyEvent";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { withRows } from "../testing/testRows";
import { selectComparison } from "./comparisonSelectors";

function start(input: object = {}): ExperimentState {
  const { config } = resolveExperiment({
    version: 1,
    task: "spirals",
    optimizers: [{ id: "apo-p" }, { id: "sgdm" }],
    ...input,
  });
  return { ...initialState(config), experiment: "e1", status: "idle" };
}

function evaluated(state: ExperimentState, run: string, trainLoss: number, testMetric: number, testLoss = trainLoss) {
  const evaluation = { step: 10, trainLoss, testLoss, testMetric };
  return applyEvent(state, { type: "evaluation", experiment: "e1", run, evaluation });
}

test("rows are empty before anything is known", () => {
  const { rows, evaluatedAt } = selectComparison(start());
  expect(rows.map(({ name, trainLoss, msPerStep, best }) => [name, trainLoss, msPerStep, best])).toEqual([
    ["APO-P", null, null, []],
    ["SGDm", null, null, []],
  ]);
  expect(evaluatedAt).toBeNull();
});

test("losses are those of the latest evaluation; the best of each column is told, highest for accuracy", () => {
  const state = evaluated(evaluated(start(), "apo-p", 0.2, 0.91), "sgdm", 0.3, 0.95);
  const { rows, metric, evaluatedAt } = selectComparison(state);
  expect(metric).toBe("accuracy");
  expect(evaluatedAt).toBe(10);
  expect(rows.map(({ best }) => best)).toEqual([["trainLoss", "testLoss"], ["testMetric"]]);
  const regression = evaluated(evaluated(start({ task: "sine" }), "apo-p", 0.2, 0.91), "sgdm", 0.3, 0.95);
  expect(selectComparison(regression).rows[0]?.best).toContain("testMetric");
});

test("a diverged run is never the best, and what is not finite is not shown", () => {
  const measured = evaluated(evaluated(start(), "apo-p", 0.2, 0.9), "sgdm", 0.1, 0.95, Number.NaN);
  const state = applyEvent(measured, { type: "runStatus", experiment: "e1", run: "sgdm", status: "diverged" });
  const { rows } = selectComparison(state);
  expect(rows[1]).toMatchObject({ trainLoss: 0.1, testLoss: null, best: [], status: "diverged" });
});

test("how settings were chosen is the task's word, or what was changed by hand", () => {
  const changed = start({ optimizers: [{ id: "apo-p" }, { id: "sgdm", hyperparams: { learningRate: 0.5 } }] });
  const tuned = (state: ExperimentState) => selectComparison(state).rows.map((row) => row.tuned);
  expect(tuned(start())[1]).toMatch(/^\d+ candidates, seed 0, best training loss after \d+ steps/);
  expect(tuned(changed)[1]).toMatch(
    /^by hand: η 0\.50; the others: \d+ candidates, seed 0, best training loss after \d+ steps/,
  );
});

test.each([
  ["sgdm", { momentum: 0.8 }, "μ 0.80", "by hand: μ 0.80; "],
  ["adam", { beta2: 0.99 }, "β₁ 0.90, β₂ 0.99", "by hand: β₂ 0.99; "],
  ["kfac", { damping: 0.02 }, "damping 0.020", "by hand: damping 0.020; "],
  ["sgd", {}, "", "candidates, seed 0"],
] as const)("the row of %s with %j says %j beside η, and how that was chosen", (id, hyperparams, settings, how) => {
  const [row] = selectComparison(start({ optimizers: [{ id, hyperparams }] })).rows;
  expect(row?.settings).toContain(settings);
  if (settings === "") expect(row?.settings).toBe("");
  expect(row?.tuned).toContain(how);
});

test("fairness is stated with the loss at step 0, and a difference is not hidden", () => {
  const fair = withRows(start(), {
    "apo-p": { step: [0], trainLoss: [2.5] },
    sgdm: { step: [0], trainLoss: [2.5 * (1 + 1e-7)] },
  });
  expect(selectComparison(fair).fairness).toBe(
    "Same data, start and batch order for all; loss at step 0 is 2.500 for each.",
  );
  const unfair = withRows(start(), { "apo-p": { step: [0], trainLoss: [2.5] }, sgdm: { step: [0], trainLoss: [2.6] } });
  expect(selectComparison(unfair).fairness).toContain("differ: 2.500, 2.600");
  expect(selectComparison(start()).fairness).toBe("Same data, start and batch order for all.");
});

test("runs of one method are told apart by the setting in which they differ", () => {
  const four = [1e-4, 1e-3, 0.01].map((learningRate, index) => ({
    id: "apo-lr",
    run: `r${index}`,
    hyperparams: { learningRate },
  }));
  expect(selectComparison(start({ optimizers: four })).rows.map(({ name, variant }) => [name, variant])).toEqual([
    ["APO-η η₀ 1e-4", 0],
    ["APO-η η₀ 0.001", 1],
    ["APO-η η₀ 0.01", 2],
  ]);
  const same = start({ optimizers: [{ id: "sgdm" }, { id: "sgdm" }] });
  expect(selectComparison(same).rows.map(({ name }) => name)).toEqual(["SGDm 1", "SGDm 2"]);
});
