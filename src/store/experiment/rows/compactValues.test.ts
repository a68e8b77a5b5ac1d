import { expect, it } from "vitest";
import { compactValues, sharedEqual } from "./compactValues";

it("values are the same afterwards, and arrays of nulls are one", () => {
  const mixed = [1, null, 2];
  expect(compactValues(mixed)).toBe(mixed);
  expect(compactValues([3, 0.25, Number.NaN, Number.POSITIVE_INFINITY])).toEqual([
    3,
    0.25,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ]);
  expect(compactValues([null, null])).toEqual([null, null]);
  expect(compactValues([null, null])).toBe(compactValues([null, null]));
  expect(compactValues([null])).not.toBe(compactValues([null, null]));
});

it("equal shares are one array, others stay as they are", () => {
  expect(sharedEqual([0.25, 0.25])).toBe(sharedEqual([0.25, 0.25]));
  expect(sharedEqual([0.25, 0.25])).not.toBe(sharedEqual([0.25, 0.25, 0.25]));
  const other = [0.25, 0.75];
  expect(sharedEqual(other)).toBe(other);
  expect(sharedEqual([])).toEqual([]);
});
