import { expect, test } from "vitest";
import { type ComparedRun, compareTraces } from "./compareTraces";

const run = (trainLoss: (number | null)[], more: Partial<ComparedRun> = {}, name = "sgdm"): ComparedRun => ({
  run: name,
  columns: { step: trainLoss.map((_, step) => step), trainLoss, seconds: trainLoss.map(() => Math.random()) },
  ...more,
});
const within = (rtol: number, atol = 0) => ({ rtol, atol });

test("equal runs are the same at a tolerance of 0, whatever their seconds", () => {
  const { columns, isSame, onlyInOne } = compareTraces([run([1, 0.5, null])], [run([1, 0.5, null])], within(0));
  expect(columns).toEqual([{ run: "sgdm", column: "trainLoss", steps: 3, largest: 0, at: null, firstBeyond: null }]);
  expect([isSame, onlyInOne]).toEqual([true, []]);
});

test("the largest relative difference has its step, and the first step beyond the tolerance is found before it", () => {
  // 2^-20 and 2^-10 relative, exact in binary
  const a = run([1, 1 + 2 ** -20, 1 + 2 ** -10, 4 + 2 ** -8, 1]);
  const { columns, isSame } = compareTraces([a], [run([1, 1, 1, 4, 1])], within(1e-4));
  expect(columns[0]).toMatchObject({ largest: 2 ** -10, at: { step: 2, a: 1 + 2 ** -10, b: 1 }, firstBeyond: 2 });
  expect(isSame).toBe(false);
  expect(compareTraces([a], [run([1, 1, 1, 4, 1])], within(2 ** -10)).isSame).toBe(true);
  expect(compareTraces([a], [run([1, 1, 1, 4, 1])], within(0)).columns[0]?.firstBeyond).toBe(1);
});

test("near 0 the absolute tolerance decides, and a difference to an exact 0 is never relative to nothing", () => {
  const [a, b] = [run([1e-9]), run([0])];
  expect(compareTraces([a], [b], within(1e-5)).isSame).toBe(false);
  expect(compareTraces([a], [b], within(1e-5, 1e-8)).isSame).toBe(true);
  expect(compareTraces([a], [b], within(0, 1e-8)).columns[0]?.largest).toBeCloseTo(0.1, 12);
});

test("a number against none, a number that is none, and steps that one lacks are beyond every tolerance", () => {
  expect(compareTraces([run([1, null])], [run([1, 1])], within(1e9)).columns[0]).toMatchObject({
    largest: Number.POSITIVE_INFINITY,
    firstBeyond: 1,
  });
  expect(compareTraces([run([1, Number.NaN])], [run([1, 1])], within(1e9)).isSame).toBe(false);
  expect(compareTraces([run([1])], [run([1, 1, 1])], within(1)).columns[0]?.firstBeyond).toBe(1);
  expect(compareTraces([run([1, 1, 1])], [run([1])], within(1)).columns[0]?.firstBeyond).toBe(1);
});

test("runs that only one has are a mismatch, columns are not, unless they are asked for; nothing in common is no match", () => {
  const more = { columns: { step: [0], trainLoss: [1], fsd: [2], seconds: [1] } };
  const own = compareTraces([run([1], more), run([1], {}, "adam")], [run([1])], within(0));
  expect(own.onlyInOne).toEqual([
    { text: "sgdm: fsd is only in a.", isMismatch: false },
    { text: "The run adam is only in a.", isMismatch: true },
  ]);
  expect(own.isSame).toBe(false);
  expect(compareTraces([run([1], more)], [run([1])], within(0)).isSame).toBe(true);
  expect(compareTraces([run([1], more)], [run([1])], { ...within(0), columns: ["trainLoss", "fsd"] }).isSame).toBe(
    false,
  );
  expect(compareTraces([run([1])], [run([1], {}, "adam")], within(1)).isSame).toBe(false);
  expect(compareTraces([], [], within(1)).isSame).toBe(false);
});

test("evaluations and weights are compared at the steps that both have", () => {
  const measured = (testLoss: number, weight: number): Partial<ComparedRun> => ({
    evaluations: { step: [0, 100], testLoss: [1, testLoss] },
    params: [
      { step: 0, layers: [{ name: "dense1", values: [1, 2] }] },
      { step: 50, layers: [{ name: "dense1", values: [1, weight] }] },
    ],
  });
  const { columns } = compareTraces([run([1], measured(1, 2))], [run([1], measured(2, 4))], within(0.1));
  expect(columns.slice(1)).toMatchObject([
    { column: "evaluations.testLoss", steps: 2, largest: 0.5, firstBeyond: 100 },
    { column: "params of dense1", steps: 2, largest: 0.5, firstBeyond: 50 },
  ]);
});
