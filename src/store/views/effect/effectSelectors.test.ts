import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../../experiment/columns";
import type { ExperimentState, Intervention } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { effectsOf, selectEffect } from "./effectSelectors";
import { changeText } from "./effectSentence";

const STEPS = 40;

/** η is 0.1 before step 20 and 0.05 from it on; WSD 0.5 and 0.125; FSD 0.02 and 0.002; trace 10 and 5. */
function movedState(moves: Partial<Intervention>[]): ExperimentState {
  const state = testState(["apo-p", "sgdm"]);
  const half = <Value>(early: Value, late: Value) => Array.from({ length: STEPS }, (_, s) => (s < 20 ? early : late));
  const columns = appendRows(EMPTY_LOG, {
    step: Array.from({ length: STEPS }, (_, step) => step),
    learningRate: half(0.1, 0.05),
    preconditionerTrace: half(10, 5),
    wsd: half(0.5, 0.125),
    fsd: half(0.02, 0.002),
  });
  const interventions = moves.map(
    (move): Intervention => ({
      step: 20,
      run: "apo-p",
      name: "lambdaFsd",
      from: 0.1,
      value: 1,
      gesture: 1,
      ...move,
    }),
  );
  return {
    ...state,
    step: STEPS,
    interventions,
    runs: state.runs.map((run) => (run.run === "apo-p" ? { ...run, columns } : run)),
  };
}

test("the latest move is shown until another is chosen, with one sentence made from its numbers", () => {
  const state = movedState([
    { step: 10, gesture: 1, from: 0.1, value: 0.2 },
    { step: 20, gesture: 2, from: 0.2, value: 2 },
  ]);
  const model = selectEffect(state);
  expect(model.moves.map(({ step }) => step)).toEqual([10, 20]);
  expect(model.chosen).toBe("20 λ_FSD 0.20 → 2.0");
  expect(model.steps).toBe(10);
  expect(model.panels.map(({ before, after }) => [before, after])).toEqual([
    [expect.closeTo(0.1, 9), expect.closeTo(0.05, 9)],
    [expect.closeTo(10, 9), expect.closeTo(5, 9)],
    [expect.closeTo(1, 9), expect.closeTo(0.5, 9)],
    [expect.closeTo(0.02, 9), expect.closeTo(0.002, 9)],
  ]);
  expect(model.panels[0]?.points[0]).toEqual({ x: -10, y: 0.1 });
  expect(model.sentence).toBe(
    "λ_FSD of APO-P went from 0.20 to 2.0 at step 20; between 10 steps before and after, η fell by 50 % (0.100 to 0.0500); " +
      "the trace of P fell by 50 % (10.0 to 5.00); the step length ‖θ′ − θ‖ fell by 50 % (1.00 to 0.500); " +
      "the function change FSD fell by 90 % (0.0200 to 0.00200).",
  );
  const first = selectEffect({ ...state, display: { ...state.display, chosenMove: model.moves[0]?.key ?? null } });
  expect(first.panels[0]).toMatchObject({ before: expect.closeTo(0.1, 9), after: expect.closeTo(0.1, 9) });
});

test("the dump has every drag with its effect, a drag being one move", () => {
  const state = movedState([
    { step: 18, from: 0.1, value: 0.5 },
    { step: 20, from: 0.5, value: 1 },
  ]);
  expect(effectsOf(state)).toEqual([
    expect.objectContaining({ run: "apo-p", firstStep: 18, step: 20, from: 0.1, value: 1, text: "λ_FSD 0.10 → 1.0" }),
  ]);
  expect(effectsOf(state)[0]?.effect?.steps).toBe(18);
});

test("without a move there is nothing to choose, and before a step after it the sentence says so", () => {
  expect(selectEffect(movedState([]))).toMatchObject({ chosen: null, steps: null });
  const atTheEnd = selectEffect(movedState([{ step: STEPS }]));
  expect(atTheEnd.steps).toBeNull();
  expect(atTheEnd.sentence).toBe("λ_FSD of APO-P went from 0.10 to 1.0 at step 40; take a step to see what changes.");
});

test("a change is told in the words that fit its size", () => {
  expect(changeText(1, 0.25)).toBe("fell by 75 % (1.00 to 0.250)");
  expect(changeText(1, 1.5)).toBe("rose by 50 % (1.00 to 1.50)");
  expect(changeText(1, 3.2)).toBe("rose 3.2-fold (1.00 to 3.20)");
  expect(changeText(1, 1.01)).toBe("hardly changed (1.00 to 1.01)");
  expect(changeText(1, 0.003)).toBe("fell by 99.7 % (1.00 to 0.00300)");
  expect(changeText(0, 2)).toBe("went from 0 to 2.00");
});
