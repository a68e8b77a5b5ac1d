import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { ExperimentState } from "../experiment/state";
import { counting, withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { SPOKEN_EVERY_MS, startSpeaker } from "./speaker";
import { spokenChanges } from "./spokenChanges";

const start: ExperimentState = { ...testState(["apo-lr", "sgdm", "adam"]), focusRun: "apo-lr" };

/** Ten steps more; losses fall by a tenth of what is given, the rate of APO-η rises, and Q has its terms in the last. */
function tenMore(state: ExperimentState, [apo, sgdm, adam]: readonly [number, number, number]): ExperimentState {
  const step = counting(10, state.step);
  const end = (value: number) => step.map((_, at) => (at === 9 ? value : null));
  const run = (loss: number) => ({ step, trainLoss: step.map(() => loss), learningRate: step.map(() => loss / 10) });
  const objective = { objective: end(apo + 0.3), objectiveLoss: end(apo), fsd: end(0.1), wsd: end(0.2) };
  return withRows(state, { "apo-lr": { ...run(apo), ...objective }, sgdm: run(sgdm), adam: run(adam) });
}

const first = tenMore(start, [0.5, 0.4, 0.6]);
const second = tenMore(first, [0.3, 0.4, 0.2]);

test("without a figure in focus the lowest loss is told and that of the run in focus, with what they were", () => {
  expect(spokenChanges(start, first, null)).toBe("Step 10. Training loss: SGDm 0.4000; APO-η 0.5000.");
  expect(spokenChanges(first, second, null)).toBe(
    "Step 20. Training loss: Adam 0.2000, was 0.6000; APO-η 0.3000, was 0.5000.",
  );
});

test("the figure that has the focus is told: each run shown, Q with its terms", () => {
  const hidden = { ...second, display: { ...second.display, hiddenRuns: ["adam"] } };
  expect(spokenChanges(first, hidden, "loss")).toBe("Step 20. Training loss: APO-η 0.3000, was 0.5000; SGDm 0.4000.");
  expect(spokenChanges(first, second, "rate")).toBe(
    "Step 20. Learning rate: APO-η 0.03000, was 0.05000; SGDm 0.04000; Adam 0.02000, was 0.06000.",
  );
  const told = spokenChanges(first, second, "q");
  expect(told).toMatch(/^Step 20\. Q of APO-η [\d.]+, was [\d.]+: loss 0\.3000, was 0\.5000; λ_FSD FSD /);
});

test("eigenvalues are told by layer with what they were, and of more than five runs how many are left", () => {
  const layer = (largest: number) =>
    ({ name: "all", method: "exact", eigenvalues: [0.1, largest], weights: [0.5, 0.5], dimension: 2 }) as const;
  const withSpectrum = (state: ExperimentState, largest: number) => ({
    ...state,
    runs: state.runs.map((run) => ({
      ...run,
      spectra: [
        { step: state.step, layers: [{ ...layer(largest), eigenvalues: [0.1, largest], weights: [0.5, 0.5] }] },
      ],
    })),
  });
  expect(spokenChanges(withSpectrum(first, 1), withSpectrum(second, 2), "spectrum")).toContain(
    "0.1000 to 2.000, condition number 20.00, was 0.1000 to 1.000, condition number 10.00",
  );
  const many = testState(["sgd", "sgdm", "rmsprop", "adam", "kfac", "ekfac", "shampoo"]);
  const rows = { step: counting(3), trainLoss: [1, 1, 1] };
  const trained = withRows(many, Object.fromEntries(many.runs.map(({ run }) => [run, rows])));
  expect(spokenChanges(many, trained, "loss")).toMatch(/; and 2 more\.$/);
});

test("a move that acted is told once for a drag; without a step, or in another experiment, nothing is", () => {
  const move = (step: number, value: number) =>
    ({ step, run: "apo-lr", name: "lambdaFsd", from: 0.1, value, gesture: 1 }) as const;
  const moved = { ...second, interventions: [move(12, 0.2), move(13, 0.3)] };
  expect(spokenChanges(first, moved, null)).toMatch(/ APO-η has λ_FSD 0\.30 from step 13\.$/);
  expect(spokenChanges(second, second, null)).toBe("");
  expect(spokenChanges(first, { ...second, experiment: "e2" }, null)).toBe("");
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("it speaks five seconds after the first step, no oftener, and of what changed meanwhile", () => {
  const store = createStore(() => start);
  const told: string[] = [];
  const end = startSpeaker({ store, figureInFocus: () => null, tell: (words) => told.push(words) });
  store.setState(first, true);
  vi.advanceTimersByTime(SPOKEN_EVERY_MS - 1);
  store.setState(second, true);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["Step 20. Training loss: Adam 0.2000; APO-η 0.3000."]);
  vi.advanceTimersByTime(10 * SPOKEN_EVERY_MS);
  expect(told).toHaveLength(1);
  store.setState({ ...start, experiment: "e2" }, true);
  store.setState({ ...first, experiment: "e2" }, true);
  vi.advanceTimersByTime(SPOKEN_EVERY_MS);
  expect(told[1]).toMatch(/^Step 10\./);
  end();
  store.setState({ ...second, experiment: "e2" }, true);
  vi.advanceTimersByTime(SPOKEN_EVERY_MS);
  expect(told).toHaveLength(2);
});
