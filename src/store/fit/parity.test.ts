import { expect, test } from "vitest";
import type { ParityPicture } from "../../config/tables/taskPicture";
import { testState } from "../testing/testState";
import { selectParity } from "./paritySelectors";
import { paritySummary } from "./parityWords";

/** Three cars of 30, 10 and 20 miles per gallon, standardised to 1, −1 and 0. */
const CARS: ParityPicture = {
  kind: "parity",
  points: "examples",
  inputs: new Float32Array(6),
  targets: Float32Array.of(1, -1, 0),
  openFrom: 3,
  outOf: 1024,
  quantity: { name: "miles per gallon", mean: 20, deviation: 10 },
};

function stateWith(picture: ParityPicture, predictions: Record<string, readonly (readonly number[])[]>) {
  const start = testState(["apo-p", "sgdm"]);
  const runs = start.runs.map((run) => ({
    ...run,
    predictions: (predictions[run.run] ?? []).map((values, index) => ({
      step: 10 * index,
      values: Float32Array.from(values),
    })),
  }));
  return { ...start, step: 25, picture, runs };
}

const modelOf = (state: Parameters<typeof selectParity>[0]) => {
  const model = selectParity(state);
  if (!model) throw new Error("There is no parity picture.");
  return model;
};

test("answers stand over targets in the target's unit, ascending, with their root mean square error", () => {
  const state = stateWith(CARS, { "apo-p": [[1.3, -0.6, 0]] });
  const { runs, domain, words } = modelOf(state);
  expect(domain[0]).toBeCloseTo(10 - 0.12 * 20, 9);
  expect(domain[1]).toBeCloseTo(30 + 0.12 * 20, 9);
  const [apo, sgdm] = runs;
  expect(apo?.points.map(({ x }) => x)).toEqual([10, 20, 30]);
  for (const [i, y] of [14, 20, 33].entries()) expect(apo?.points[i]?.y).toBeCloseTo(y, 5);
  expect(apo?.error).toBeCloseTo(Math.sqrt((3 ** 2 + 4 ** 2 + 0) / 3), 5);
  expect(apo?.beyond).toBe(1); // 33 > 32.4
  expect(sgdm).toMatchObject({ points: [], error: null, beyond: 0 });
  expect(words).toEqual({
    title: "Prediction against target",
    x: "target: miles per gallon",
    y: "prediction",
    note: "3 of 1,024 test examples, on the line: right",
  });
});

test("the axes stand still however far a run goes, and it is told how many points lie beyond them", () => {
  const near = modelOf(stateWith(CARS, { sgdm: [[1, -1, 0]] }));
  const far = modelOf(stateWith(CARS, { sgdm: [[1e16, -1e16, 0]] }));
  expect(far.domain).toEqual(near.domain);
  expect(near.runs[1]).toMatchObject({ error: 0, beyond: 0 });
  expect(far.runs[1]?.beyond).toBe(2);
  expect(modelOf(stateWith({ ...CARS, targets: Float32Array.of(0.5) }, {})).domain).toEqual([24, 26]);
  const huge = { ...CARS, quantity: { name: "", mean: 0, deviation: 1e200 } }; // of a file with such numbers
  expect(Number(modelOf(stateWith(huge, { sgdm: [[2, -1, 0]] })).runs[1]?.error) / 1e200).toBeCloseTo(
    Math.sqrt(1 / 3),
    6,
  );
});

test("the scrubbed step shows its own points, and the same model as long as nothing changes", () => {
  const state = stateWith(CARS, {
    "apo-p": [
      [0, 0, 0],
      [1, -1, 0],
    ],
  });
  const back = { ...state, display: { ...state.display, scrubStep: 9 } };
  expect(modelOf(back).runs[0]?.error).toBeCloseTo(Math.sqrt(200 / 3), 5);
  expect(modelOf(state).runs[0]?.error).toBe(0);
  expect(selectParity({ ...back, step: 26 })).toBe(selectParity(back));
  expect(selectParity(testState())).toBeNull();
});

test.each([
  ["eigenvectors", "Learned weights", /^3 eigenvectors of H, open: its 2 smallest eigenvalues/],
  ["entries", "Learned matrix", /^3 entries of the product of both layers/],
] as const)("of %s the picture says what the points are", (points, title, note) => {
  const picture: ParityPicture = { ...CARS, points, openFrom: 1, quantity: { name: "", mean: 0, deviation: 1 } };
  const { words, runs } = modelOf(stateWith(picture, { sgdm: [[1, -1, 0.5]] }));
  expect(words).toMatchObject({ title, y: "learned", note: expect.stringMatching(note) });
  expect(words.x).not.toContain(":");
  expect(runs[1]?.points.map(({ isOpen }) => isOpen)).toEqual([true, true, false]); // the first target is the largest
});

test("the picture in words names every run's error, and what lies beyond the axes; before the first, that there is none", () => {
  const start = stateWith(CARS, {});
  const words = (state: typeof start) => paritySummary(modelOf(state));
  expect(words(start)).toBe("Prediction against target: no run has been asked yet.");
  const said = words(stateWith(CARS, { "apo-p": [[1, -1, 0]], sgdm: [[9, -1, 0]] }));
  expect(said).toBe(
    "Prediction against target at step 0 (target: miles per gallon; 3 of 1,024 test examples, on the line: right). " +
      "RMSE of APO-P: 0; SGDm: 46.2, 1 beyond the axes.", // 80/√3
  );
});
