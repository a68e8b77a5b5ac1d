import { expect, test } from "vitest";
import { OPTIMIZER_IDS } from "../../config/tables/optimizers";
import type { ExperimentState } from "../experiment/state";
import { testState } from "../testing/testState";
import { knobValueAt, selectKnobs, selectSettings } from "./knobSelectors";

const knobOf = (state: ExperimentState, name: string) => {
  const knob = selectKnobs(state).knobs.find((candidate) => candidate.name === name);
  if (!knob) throw new Error(`no knob ${name}`);
  return knob;
};

const withLambda = (state: ExperimentState, lambdaFsd: number): ExperimentState => ({
  ...state,
  runs: state.runs.map((run) => ({ ...run, hyperparams: { ...run.hyperparams, lambdaFsd } })),
});

test("four knobs are shown, with the focus method's own ranges", () => {
  const state = testState();
  const panel = selectKnobs(state);
  expect(panel.knobs.map(({ symbol }) => symbol)).toEqual(["λ_FSD", "λ_WSD", "K", "α"]);
  expect(panel.choices).toEqual([
    { run: "apo-p", name: "APO-P" },
    { run: "apo-lr", name: "APO-η" },
  ]);
  expect(knobOf(state, "metaLearningRate")).toMatchObject({ min: 1e-3, max: 0.05 });
  expect(knobOf({ ...state, focusRun: "apo-lr" }, "metaLearningRate")).toMatchObject({ min: 0.01, max: 0.3 });
});

test("no knobs where no method has any", () => {
  expect(selectKnobs(testState(["sgdm"]))).toEqual({ focusRun: null, choices: [], knobs: [] });
});

test("position and value of a knob go together", () => {
  const knob = knobOf(withLambda(testState(), 1), "lambdaFsd");
  expect(knob).toMatchObject({ value: 1, text: "1.0", stops: 101 });
  expect(knobValueAt(knob, knob.position)).toBe(1);
  expect(knobValueAt(knob, 0)).toBe(0);
  expect(knobOf(testState(), "metaUpdateInterval").text).toBe("1");
});

test("a knob remembers where its last drag began, confirmed or on its way", () => {
  const state = { ...withLambda(testState(), 0.3), step: 130 };
  const move = (step: number, from: number, value: number, gesture: number) =>
    ({ step, run: "apo-p", name: "lambdaFsd", from, value, gesture }) as const;
  expect(knobOf(state, "lambdaFsd").was).toBeNull();
  const moved = { ...state, interventions: [move(90, 5, 0.1, 1), move(120, 0.1, 0.2, 2), move(121, 0.2, 0.3, 2)] };
  expect(knobOf(moved, "lambdaFsd").was).toMatchObject({ value: 0.1, text: "0.10" });
  const pending = { ...moved, pending: { "apo-p.lambdaFsd": { from: 0.3, value: 2, gesture: 3 } } };
  expect(knobOf(pending, "lambdaFsd").was?.value).toBe(0.3);
  expect(knobOf({ ...pending, step: 0 }, "lambdaFsd").was).toBeNull();
});

test("training does not make a new panel", () => {
  const state = testState();
  const trained = { ...state, step: 9, runs: state.runs.map((run) => ({ ...run, metaSteps: 9 })) };
  expect(selectKnobs(trained)).toBe(selectKnobs(state));
});

test("no setting says its symbol twice, in its label and beside it", () => {
  const settings = selectSettings(testState([...OPTIMIZER_IDS]));
  const texts = settings.map(({ label, symbol }) => `${label} ${symbol}`.trim());
  for (const text of texts) {
    const letters = text.match(/[ηαβμφγε][₀₁₂]?/gu) ?? [];
    expect(new Set(letters).size, text).toBe(letters.length);
  }
  expect(texts).toContain("Meta ε");
  expect(texts).toContain("Adam β₁");
  expect(texts).toContain("Learning rate η");
});

test("settings that restart are those of each run that are not live, with limits or choices", () => {
  const settings = selectSettings(testState(["apo-lr", "sgdm"]));
  expect(settings.filter(({ run }) => run === "sgdm").map(({ name }) => name)).toEqual([
    "learningRate",
    "learningRateSchedule",
    "weightDecay",
    "momentum",
    "precision",
  ]);
  expect(settings.find(({ name }) => name === "momentum")).toMatchObject({
    symbol: "μ",
    text: "0.90",
    range: { min: 0, max: 1, open: "max", integer: false },
    choices: null,
  });
  expect(settings.find(({ name }) => name === "weightDecay")).toMatchObject({
    ...{ label: "Weight decay", symbol: "", value: 0, text: "0", fallback: 0 },
    range: { min: 0, max: 1000, integer: false },
  });
  expect(settings.find(({ name }) => name === "baseOptimizer")).toMatchObject({
    range: null,
    choices: [
      { id: "sgd", name: "SGD" },
      { id: "sgdm", name: "SGDm" },
      { id: "rmsprop", name: "RMSprop" },
      { id: "adam", name: "Adam" },
    ],
  });
  expect(settings.some(({ name }) => name === "lambdaFsd")).toBe(false);
});
