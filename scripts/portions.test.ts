import { expect, it } from "vitest";
import { portionsOf } from "./portions.mjs";

const items = (count: number) => Array.from({ length: count }, (_, index) => index);

it("hands out all items in their order, in portions that become smaller down to the least", () => {
  const portions = portionsOf(items(58), 2, 3);
  expect(portions.flat()).toEqual(items(58));
  expect(portions.map(({ length }) => length)).toEqual([15, 11, 8, 6, 5, 4, 3, 3, 3]);
});

it("hands out fewer than the least, and nothing", () => {
  expect(portionsOf(items(2), 2, 3)).toEqual([[0, 1]]);
  expect(portionsOf([], 2, 3)).toEqual([]);
});
