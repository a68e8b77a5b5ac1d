import { describe, expect, it } from "vitest";
import { selectEquation } from "../article/equationSelectors";
import { selectObjectiveNow } from "../charts/chartSelectors";
import { selectKnobs } from "../controls/knobSelectors";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { selectGapWords } from "../views/gap/gapSelectors";
import { selectLedger } from "../views/ledger/ledgerSelectors";
import { selectIdeal } from "../views/spectrum/idealSelectors";
import { idealSummary } from "../views/spectrum/spectrumSummaries";
import { applyEvent } from "./applyEvent";
import { hyperparamAt } from "./hyperparamAt";
import type { ExperimentState } from "./state";

const rows = (count: number, from = 0) => ({
  step: counting(count, from),
  objective: counting(count).map(() => 6),
  objectiveLoss: counting(count).map(() => 1),
  fsd: counting(count).map(() => 0.5),
  wsd: counting(count).map(() => 0.25),
  proximalDistance: counting(count).map(() => 0.5),
});

/** Linear regression paused after step 199 with λ_FSD 1, λ_WSD 0.1 and K 1; then λ_FSD is moved to 30 and K to 5. */
function moved(): ExperimentState {
  const settings = { lambdaFsd: 1, lambdaWsd: 0.1, metaUpdateInterval: 1 };
  const page = setUpActions({}, { task: "linear", optimizers: [{ id: "apo-p", hyperparams: settings }] });
  const ready = applyEvent(page.state(), {
    ...{ type: "ready", experiment: "e1", runs: [], picture: { kind: "none" } },
    environment: { app: "1", backend: "cpu", adapter: null, runtime: "node", reason: "" },
    sizes: { trainCount: 1, testCount: 1, parameterCount: 2 },
    curvature: [{ name: "dense1", eigenvalues: [1] }],
  });
  page.store.setState(withRows(ready, { "apo-p": rows(200) }), true);
  page.actions.setHyperparam("apo-p", "lambdaFsd", 30);
  page.actions.setHyperparam("apo-p", "metaUpdateInterval", 5);
  return page.state();
}

/** The same once the moves have acted in step 200, the last of 201 taken. */
function acted(): ExperimentState {
  const told = [
    { name: "lambdaFsd", from: 1, value: 30 },
    { name: "metaUpdateInterval", from: 1, value: 5 },
  ] as const;
  const heard = told.reduce(
    (state, move) => applyEvent(state, { type: "intervention", experiment: "e1", run: "apo-p", step: 200, ...move }),
    moved(),
  );
  return withRows(heard, { "apo-p": rows(1, 200) });
}

const scrubbedTo = (state: ExperimentState, scrubStep: number): ExperimentState => ({
  ...state,
  display: { ...state.display, scrubStep },
});

/** What each part of the page says λ_FSD was in the step that it shows. */
const PARTS: [string, (state: ExperimentState) => number | string | null | undefined][] = [
  ["the ideal spectrum", (state) => selectIdeal(state).lambdas?.lambdaFsd],
  [
    "its eigenvalue, as 1/(1 + λ_FSD + 0.1)",
    (state) => 1 / (selectIdeal(state).layers[0]?.exact?.eigenvalues[0] ?? 0) - 1.1,
  ],
  ["its summary", (state) => Number(/λ_FSD ([\d.]+)/.exec(idealSummary(selectIdeal(state)))?.[1])],
  ["the words of the gap", (state) => Number(/λ_FSD ([\d.]+)/.exec(selectGapWords(state).lambdas)?.[1])],
  ["the terms of Q", (state) => selectObjectiveNow(state)?.lambdas.lambdaFsd],
  ["their sum, as (Q − 1 − 0.025)/0.5", (state) => ((selectObjectiveNow(state)?.total ?? 0) - 1.025) / 0.5],
  ["the equation of the article", (state) => selectEquation(state).lambdaFsd],
];

describe("a setting is in force from the step on that it acts in", () => {
  it.each(PARTS)("in %s", (_, lambdaOf) => {
    expect(lambdaOf(moved()), "after the move, before its step").toBeCloseTo(1, 9);
    expect(lambdaOf(acted()), "once it has acted").toBeCloseTo(30, 9);
    expect(lambdaOf(scrubbedTo(acted(), 199)), "looking back").toBeCloseTo(1, 9);
    expect(lambdaOf(scrubbedTo(acted(), 200)), "at its step").toBeCloseTo(30, 9);
  });

  it("the sliders stand where they were moved to, and say what acted in the step whose numbers are shown", () => {
    const words = (state: ExperimentState) =>
      selectKnobs(state).knobs.map(({ symbol, text, inForce }) => [symbol, text, inForce]);
    expect(words(moved())).toEqual([
      ["λ_FSD", "30", "1.0 acted in step 199"],
      ["λ_WSD", "0.10", null],
      ["K", "5", "1 acted in step 199"],
      ["α", expect.any(String), null],
    ]);
    expect(words(acted()).map(([, , inForce]) => inForce)).toEqual([null, null, null, null]);
    expect(words(scrubbedTo(acted(), 120))[0]).toEqual(["λ_FSD", "30", "1.0 acted in step 120"]);
    expect(selectGapWords(scrubbedTo(acted(), 120)).lambdas).toContain("λ_FSD 1.0 and λ_WSD 0.10 in step 120.");
    expect(selectGapWords(acted()).lambdas).toMatch(/λ_FSD 30 and λ_WSD 0\.10\.$/);
  });

  it("the ledger's K is that of the slider for the steps to come, and the one that acted in a past step", () => {
    const interval = (state: ExperimentState) => selectLedger(state).rows[0]?.meta?.interval;
    expect([interval(moved()), interval(acted()), interval(scrubbedTo(acted(), 199))]).toEqual([5, 5, 1]);
  });

  it("before the first step it is what the sliders say", () => {
    const { actions, state } = setUpActions({}, { task: "linear", optimizers: [{ id: "apo-p" }] });
    actions.setHyperparam("apo-p", "lambdaFsd", 7);
    expect(selectIdeal(state()).lambdas?.lambdaFsd).toBe(7);
    const [run] = state().runs;
    if (!run) throw new Error("no run");
    expect(hyperparamAt(state(), run, "lambdaFsd", null)).toBe(7);
    expect(selectKnobs(state()).knobs[0]?.inForce).toBeNull();
  });
});
