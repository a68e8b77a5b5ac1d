import { expect, test } from "vitest";
import { dodge } from "./dodge";

test("labels that would touch are spread in the order of their lines", () => {
  const placed = dodge([{ y: 52 }, { y: 50 }, { y: 10 }], 18, 0, 200);
  expect(placed.map((item) => item.y)).toEqual([10, 50, 52]);
  expect(placed.map((item) => item.labelY)).toEqual([10, 50, 68]);
});

test("labels at the foot of the chart are pushed up, and stay a gap apart", () => {
  const placed = dodge([{ y: 199 }, { y: 198 }, { y: 200 }], 18, 0, 200);
  expect(placed.map((item) => item.labelY)).toEqual([164, 182, 200]);
});
