import { expect, it } from "vitest";
import { sharedEqual } from "./sharedEqual";

it("equal values are one array, others stay as they are", () => {
  expect(sharedEqual([0.25, 0.25])).toBe(sharedEqual([0.25, 0.25]));
  expect(sharedEqual([0.25, 0.25])).not.toBe(sharedEqual([0.25, 0.25, 0.25]));
  expect(sharedEqual([null, null])).toBe(sharedEqual([null, null]));
  expect(sharedEqual([null, null])).toEqual([null, null]);
  for (const other of [
    [0.25, 0.75],
    [1, null],
    [Number.NaN, Number.NaN],
  ])
    expect(sharedEqual(other)).toBe(other);
  expect(sharedEqual([])).toEqual([]);
});
