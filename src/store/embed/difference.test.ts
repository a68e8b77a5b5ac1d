import { expect, test } from "vitest";
import { withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { differenceOf, withDifference } from "./difference";

test.each([
  [1, 2],
  [{ a: [1, 2, 3] }, { a: [1, 2, 3, 4] }],
  [{ a: [1, 2, 3] }, { a: [1] }],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }],
  [{ a: null }, { a: { b: undefined } }],
  [{ a: new Float32Array([1]) }, { a: new Float32Array([1, 2]) }],
  [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 3 }],
  ],
])("from %j a difference, as a message carries it, leads to %j", (before, after) => {
  const difference = structuredClone(differenceOf(before, after));
  expect(difference && withDifference(before, difference)).toEqual(after);
  expect(differenceOf(before, before)).toBeNull();
});

test("a log that grows costs its new rows, and what did not change is shared", () => {
  const columns = (count: number) => ({
    step: Array.from({ length: count }, (_, step) => step),
    trainLoss: Array.from({ length: count }, (_, step) => 1 / (step + 1)),
  });
  const before = withRows(testState(["apo-p", "sgdm"]), { "apo-p": columns(2000) });
  const after = withRows(testState(["apo-p", "sgdm"]), { "apo-p": columns(2001) });
  const difference = differenceOf(before.runs, after.runs);
  expect(JSON.stringify(difference).length).toBeLessThan(2000);
  const next = difference && (withDifference(before.runs, difference) as typeof after.runs);
  expect(next).toEqual(after.runs);
  expect(next?.[1]).toBe(before.runs[1]);
});
