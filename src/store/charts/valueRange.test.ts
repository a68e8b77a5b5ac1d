import { expect, test } from "vitest";
import { middleOfValues, rangeOfValues } from "./valueRange";

test("a log axis holds positive values alone, a straight one every finite value", () => {
  const values = [0, -2, 3, 0.5, Number.NaN, Number.POSITIVE_INFINITY];
  expect(rangeOfValues(values, "log")).toEqual([0.5, 3]);
  expect(rangeOfValues(values, "linear")).toEqual([-2, 3]);
  expect(rangeOfValues([0, -1], "log")).toBeNull();
});

test("an axis that is cut goes from the 5th to the 95th percentile", () => {
  const values = Array.from({ length: 101 }, (_, index) => 100 - index);
  expect(middleOfValues(values, "linear")).toEqual([5, 95]); // of 0, 1, ..., 100
  expect(middleOfValues([...values, 1e9], "log")?.[1]).toBeLessThan(97);
  expect(middleOfValues([4], "linear")).toEqual([4, 4]);
  expect(middleOfValues([], "linear")).toBeNull();
});
