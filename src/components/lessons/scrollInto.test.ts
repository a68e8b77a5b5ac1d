import { expect, test } from "vitest";
import { scrollInto } from "./scrollInto";

const ROOM = { top: 100, bottom: 500 };
const box = (top: number, height: number) => ({ top, bottom: top + height });

test("what stands in the room already is left where it is", () => {
  expect(scrollInto([box(108, 384)], ROOM)).toBe(0);
  expect(scrollInto([], ROOM)).toBe(0);
});

test("what is above or below it comes to its nearer edge, with 8 pixels between", () => {
  expect(scrollInto([box(40, 100)], ROOM)).toBe(-68); // 40 − 108
  expect(scrollInto([box(600, 100)], ROOM)).toBe(208); // 700 + 8 − 500
});

test("what just fits has what is left over above and below it", () => {
  expect(scrollInto([box(300, 390)], ROOM)).toBe(195); // 690 + 5 − 500, and its top is at 105
  expect(scrollInto([box(40, 390)], ROOM)).toBe(-65); // 40 − 105
});

test("of what is higher than the room the top is seen", () => {
  expect(scrollInto([box(300, 900)], ROOM)).toBe(192); // 300 − 108
});

test("two that fit are both brought in; where they do not, the first is", () => {
  expect(scrollInto([box(900, 50), box(700, 100)], ROOM)).toBe(458); // 950 + 8 − 500, and the second is at 242
  expect(scrollInto([box(1500, 50), box(0, 100)], ROOM)).toBe(1058); // 1550 + 8 − 500: the second is far above
});
