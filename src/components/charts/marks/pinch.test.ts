import { expect, test } from "vitest";
import { type Finger, pinchedSteps } from "./pinch";

/** Axes of 200 pixels over so many steps. */
const over = (from: number, to: number) => ({
  box: { left: 40, right: 240, top: 0, bottom: 100 },
  stepAt: (x: number) => Math.round(from + ((x - 40) / 200) * (to - from)),
});
const fingers = (a: number, b: number): [Finger, Finger] => [
  { id: 1, x: a },
  { id: 2, x: b },
];

test("what was under two fingers stays under them as they spread", () => {
  // 40 pixels become 120 around pixel 140: a third of 100 steps around step 50
  expect(pinchedSteps(over(0, 100), fingers(120, 160), fingers(80, 200), [0, 100])).toEqual([33, 67]);
  // off the middle: pixel 90 is step 25, and stays a quarter of the way along
  expect(pinchedSteps(over(0, 100), fingers(75, 105), fingers(60, 120), [0, 100])).toEqual([13, 63]);
});

test("fingers that close show more steps, past the axes too, and at the end all of them", () => {
  expect(pinchedSteps(over(40, 60), fingers(40, 240), fingers(90, 190), [0, 100])).toEqual([30, 70]);
  expect(pinchedSteps(over(90, 100), fingers(40, 240), fingers(90, 190), [0, 100])).toEqual([80, 100]);
  expect(pinchedSteps(over(0, 100), fingers(40, 240), fingers(90, 190), [0, 100])).toBeNull();
});

test("fingers that keep their distance move along the steps, to their ends", () => {
  expect(pinchedSteps(over(40, 60), fingers(100, 180), fingers(60, 140), [0, 100])).toEqual([44, 64]);
  expect(pinchedSteps(over(0, 20), fingers(60, 140), fingers(100, 180), [0, 100])).toEqual([0, 20]);
});

test("one finger above the other zooms to no less than four steps", () => {
  expect(pinchedSteps(over(0, 100), fingers(140, 141), fingers(140, 140), [0, 100])).toBeNull();
  expect(pinchedSteps(over(0, 20), fingers(140, 141), fingers(40, 240), [0, 20])).toEqual([8, 12]);
});
