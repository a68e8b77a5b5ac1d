import { expect, test } from "vitest";
import { gestureAfter, gestureAtStart, positionAt, type SlideGesture, stopsByKey } from "./slideGesture";

test.each([
  ["a mouse slides at once", "mouse", [[0, 0]], "slide"],
  ["a mouse that goes down goes on sliding", "mouse", [[2, 90]], "slide"],
  ["a finger that only rests has decided nothing: a tap", "touch", [[3, -4]], "undecided"],
  ["a finger along the track slides", "touch", [[-20, 6]], "slide"],
  ["a pen along the track slides", "pen", [[12, 12]], "slide"],
  ["a finger across the track scrolls", "touch", [[3, 30]], "scroll"],
  ["a scroll stays one, wherever the finger goes", "touch", [[3, 30], [200, 30]], "scroll"], // biome-ignore format: one line each
  ["a slide stays one, wherever the finger goes", "touch", [[20, 0], [20, 200]], "slide"], // biome-ignore format: one line each
] as const)("%s", (_, pointer, moves, gesture) => {
  const end = moves.reduce<SlideGesture>(
    (now, [right, down]) => gestureAfter(now, right, down),
    gestureAtStart(pointer),
  );
  expect(end).toBe(gesture);
});

test("the ends of the track lie half a thumb inside the box", () => {
  const box = { left: 100, width: 216 };
  const positions = [0, 108, 158, 208, 308, 999].map((x) => positionAt(x, box, 16));
  expect(positions).toEqual([0, 0, 0.25, 0.5, 1, 1]);
});

test("keys move by a stop, a tenth of the track, or to an end", () => {
  const keys = ["ArrowRight", "ArrowDown", "PageUp", "PageDown", "Home", "End", "x"];
  expect(keys.map((key) => stopsByKey(key, 101))).toEqual([1, -1, 10, -10, -101, 101, undefined]);
  expect(stopsByKey("PageUp", 4)).toBe(1);
});
