import { expect, it } from "vitest";
import { stream } from "../random";
import { remainder, standardError } from "./quadrature";

it("the standard error of equal samples is 0, and one sample has none", () => {
  expect(standardError([3, 3, 3])).toBe(0);
  expect(standardError([3])).toBeNaN();
});

it.each([2, 3, 5, 8, 20])("one standard error of %i normal samples holds the truth in 68% of cases", (count) => {
  const { normal } = stream(1, "standardError", count);
  const cases = 20_000;
  let held = 0;
  for (let k = 0; k < cases; k++) {
    const samples = Array.from({ length: count }, normal);
    const mean = samples.reduce((sum, x) => sum + x, 0) / count;
    if (Math.abs(mean) <= standardError(samples)) held++;
  }
  expect(Math.abs(held / cases - 0.683)).toBeLessThan(0.015); // 0.0033 is one standard deviation of this count
});

it("the remainder of a sequence whose differences halve at every doubling is its distance from the limit", () => {
  const at = (steps: number) => 5 + 3 / steps;
  expect(remainder(at(8), at(16), at(32))).toBeCloseTo(5 - at(32), 12);
  expect(remainder(2, 2, 2)).toBe(0);
  expect(remainder(1, 2, 3)).toBeCloseTo(9, 12); // no end in sight: wide, not endless
});
