import { expect, test } from "vitest";
import { testState } from "../testing/testState";
import { createListSelector, createSelector, createStableSelector } from "./memo";

test("a selector computes once per set of inputs and returns the same object", () => {
  let computed = 0;
  const select = createSelector(
    ({ step }) => ({ step }),
    ({ step }) => {
      computed += 1;
      return { step };
    },
  );
  const state = testState();
  const result = select(state);
  expect(select({ ...state, status: "running" })).toBe(result);
  expect(select({ ...state, step: 1 })).not.toBe(result);
  expect(computed).toBe(2);
});

test("two states asked in turns both keep their object", () => {
  const select = createSelector(
    ({ step }) => ({ step }),
    ({ step }) => ({ step }),
  );
  const [a, b] = [testState(), { ...testState(), step: 9 }];
  const [resultA, resultB] = [select(a), select(b)];
  expect(select({ ...a })).toBe(resultA);
  expect(select({ ...b })).toBe(resultB);
});

test("a stable selector keeps its object while the model reads the same, and tells NaN from null", () => {
  const select = createStableSelector((state) => ({ value: state.step > 5 ? Number.NaN : null }));
  const state = testState();
  const result = select(state);
  expect(select({ ...state, step: 1 })).toBe(result);
  expect(select({ ...state, step: 6 })).not.toBe(result);
});

test("a list keeps its object while its items are the same", () => {
  const select = createListSelector((state) => state.runs.map(({ spectra }) => spectra));
  const state = testState();
  const list = select(state);
  expect(select({ ...state, runs: state.runs.map((run) => ({ ...run, metaSteps: 9 })) })).toBe(list);
  const other = { ...state, runs: state.runs.map((run) => ({ ...run, spectra: [{ step: 1, layers: [] }] })) };
  expect(select(other)).not.toBe(list);
});
