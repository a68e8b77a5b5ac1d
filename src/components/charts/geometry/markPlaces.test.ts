import { expect, it } from "vitest";
import { markPlaces } from "./markPlaces";

it("marks stand evenly on a line, at other places for other runs, and one stands on a short line", () => {
  const line = Array.from({ length: 201 }, (_, x) => [x, 2 * x] as const);
  expect(markPlaces(line, 1)).toEqual([
    [19, 38],
    [91, 182],
    [163, 326],
  ]);
  expect(markPlaces(line, 2)[0]).toEqual([38, 76]);
  expect(markPlaces([[0, 0] as const, [10, 5] as const, [100, 5] as const], 1, "stepAfter")).toEqual([
    [19, 5],
    [91, 5],
  ]);
  expect(markPlaces([[0, 0] as const, [3, 9] as const, [Number.NaN, 1] as const], 1)).toEqual([[3, 9]]);
  expect(markPlaces([], 1)).toEqual([]);
});
