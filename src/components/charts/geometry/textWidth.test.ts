import { expect, test } from "vitest";
import { textWidth, widest } from "./textWidth";

test("a width is the sum of the letters' advances, with a little to spare", () => {
  // Arial: four digits of 556 and a point of 278 thousandths of 12 units
  const arial = (12 * (4 * 556 + 278)) / 1000;
  expect(textWidth("0.123", "tick")).toBeGreaterThan(arial);
  expect(textWidth("0.123", "tick")).toBeLessThan(1.06 * arial);
});

test("narrow letters take less than wide ones, and an index is not counted with its underscore", () => {
  expect(textWidth("ill", "label")).toBeLessThan(textWidth("WMO", "label") / 3);
  expect(textWidth("λ_FSD", "label")).toBe(textWidth("λFSD", "label"));
  expect(widest(["SGD", "APO-P", ""], "label")).toBe(textWidth("APO-P", "label"));
  expect(widest([], "label")).toBe(0);
});
