import { expect, test } from "vitest";
import { parseNumber } from "./NumberEntry";

test("a number is read with a point or a comma, with an exponent, and with a typographic minus", () => {
  expect(["0.3", "0,3", " 1e-4 ", "−2"].map(parseNumber)).toEqual([0.3, 0.3, 1e-4, -2]);
});

test("what is no number is none, and so are infinity and nothing", () => {
  expect(["", "abc", "1e999", "0.3.1"].map(parseNumber)).toEqual([null, null, null, null]);
});
