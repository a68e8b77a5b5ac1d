import { expect, it } from "vitest";
import { formatMs } from "./milliseconds";

it.each([
  [0.004, 1, "<0.1"],
  [0.049, 1, "<0.1"],
  [0.05, 1, "0.1"],
  [0.36, 1, "0.4"],
  [12.4, 1, "12"],
  [0.004, 2, "<0.01"],
  [0.36, 2, "0.36"],
  [0, 1, "0.0"],
])("%d ms with %i digits reads %s: never a zero that is none", (value, digits, text) => {
  expect(formatMs(value, digits)).toBe(text);
});
