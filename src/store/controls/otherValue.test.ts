import { expect, it } from "vitest";
import { otherValue } from "./otherValue";

it("another value to try lies a hundred times away, within the slider's ends", () => {
  const lambda = { min: 1e-3, max: 100, scale: "log", integer: false } as const;
  expect(otherValue(0.1, lambda)).toBe(10);
  expect(otherValue(3, lambda)).toBe(0.03);
  expect(otherValue(0, lambda)).toBe(100);
  expect(otherValue(0.05, { ...lambda, min: 0.01, max: 1 })).toBe(1);
  expect(otherValue(0.9, { min: 0, max: 1, scale: "linear", integer: false })).toBe(0);
  expect(otherValue(5, { min: 1, max: 1000, scale: "log", integer: true })).toBe(500);
});
