import { expect, test } from "vitest";
import { middleOfValues, rangeOfValues, withoutFarAbove } from "./valueRange";

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

test("an axis of sums leaves out what stands more than 4 times over 95 % of them, and nothing else", () => {
  const sums = Array.from({ length: 100 }, (_, index) => 1 + index / 100);
  expect(withoutFarAbove(sums)).toEqual(sums); // 1.99 is not far above 1.94
  expect(Math.max(...withoutFarAbove([...sums, 9]))).toBe(1.95); // the 96th of 101
  expect(withoutFarAbove([10, 0.8])).toEqual([0.8]);
  expect(withoutFarAbove([10])).toEqual([10]);
  expect(withoutFarAbove([0, 0, 3])).toEqual([0, 0, 3]); // nothing to measure it by
  expect(withoutFarAbove([2, Number.NaN, 9, Number.POSITIVE_INFINITY])).toEqual([2]);
  expect(withoutFarAbove([])).toEqual([]);
});
