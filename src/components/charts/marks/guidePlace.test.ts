import { expect, test } from "vitest";
import { guidePlace, type Pixel } from "./guidePlace";

const box = { left: 0, right: 1000, top: 0, bottom: 300 };
const name = { width: 120, height: 12 };
const level = (y: number): Pixel[] => Array.from({ length: 101 }, (_, i) => [10 * i, y]);

test("a name stands over its line at the left where nothing else runs", () => {
  expect(guidePlace(level(150), [level(20), level(280)], name, box)).toEqual([20, 144]);
});

test("it goes under the line where another runs over it", () => {
  const [x, y] = guidePlace(level(150), [level(138)], name, box) ?? [0, 0];
  expect(x).toBe(20);
  expect(y).toBeGreaterThan(150 + 12);
});

test("it goes further right where both sides are taken at the left", () => {
  const leftHalf = (y: number) => level(y).slice(0, 40);
  expect(guidePlace(level(150), [leftHalf(140), leftHalf(160)], name, box)?.[0]).toBe(500);
});

test("it never leaves the box, and without a line there is no place", () => {
  const [, y] = guidePlace(level(5), [], name, box) ?? [0, 0];
  expect(y - name.height).toBeGreaterThanOrEqual(0);
  expect(guidePlace([], [level(100)], name, box)).toBeNull();
});
