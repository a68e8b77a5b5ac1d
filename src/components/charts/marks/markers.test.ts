import { expect, test } from "vitest";
import { freeLines } from "./markers";

test("the words of moves that would touch go on lines of their own, and back to the first where it is free again", () => {
  expect(freeLines([100, 150, 160, 200, 300], 96)).toEqual([0, 1, 2, 0, 0]);
});

test("with every line taken a move keeps its rule but not its words", () => {
  expect(freeLines([100, 110, 120, 130], 96)).toEqual([0, 1, 2, null]);
});
