import { expect, test } from "vitest";
import { blocksOf, classesOf, classOf, strengthOfClass } from "./sweepClasses";

test("classes are counted from the least loss, each as wide on a log scale", () => {
  const classes = classesOf([1, 9], Math.log(2), [7, 8]);
  expect(classes.count).toBe(4);
  expect([1, 1.99, 2.01, 7.9, 9].map((loss) => classOf(loss, 1, classes.width))).toEqual([0, 0, 1, 2, 3]);
  expect([0, 1, 2, 3].map((level) => strengthOfClass(level, classes))).toEqual([0, 1 / 3, 2 / 3, 1]);
  const alone = classesOf([1, 1.5], Math.log(2), [7, 8]);
  expect([alone.count, strengthOfClass(0, alone)]).toEqual([1, 0]);
});

test("cells are told as rectangles: rows in a run that have the same columns", () => {
  const at = (...places: [number, number][]) => blocksOf(places.map(([column, row]) => ({ column, row })));
  expect(at([0, 0], [1, 0], [0, 1], [1, 1], [4, 1])).toEqual([
    { rows: [0, 1], columns: [0, 1] },
    { rows: [1, 1], columns: [4, 4] },
  ]);
  expect(at([0, 0], [0, 2])).toHaveLength(2); // a row between them is not theirs
  expect(at()).toEqual([]);
});
