import { expect, it } from "vitest";
import { learningRateAt } from "./learningRateSchedule";

const at = (learningRateSchedule: "fixed" | "step" | "fifths" | "cosine", steps: number, step: number) =>
  learningRateAt(step, { learningRate: 0.4, learningRateSchedule, steps });

it("a fixed η stays", () => {
  expect([0, 500, 999].map((step) => at("fixed", 1000, step))).toEqual([0.4, 0.4, 0.4]);
});

it("a stepped η falls to a tenth at a half of the run and again at three quarters", () => {
  for (const [step, rate] of [
    [0, 0.4],
    [499, 0.4],
    [500, 0.04],
    [749, 0.04],
    [750, 0.004],
    [999, 0.004],
  ] as const)
    expect(at("step", 1000, step)).toBeCloseTo(rate, 15);
});

it("an η of fifths falls to a fifth at 30, at 60 and at 80 % of the run", () => {
  for (const [step, rate] of [
    [0, 0.4],
    [299, 0.4],
    [300, 0.08],
    [599, 0.08],
    [600, 0.016],
    [799, 0.016],
    [800, 0.0032],
    [999, 0.0032],
  ] as const)
    expect(at("fifths", 1000, step)).toBeCloseTo(rate, 15);
});

it("a cosine starts at η, is half of it in the middle, falls at every step and is 0 at the end of the run", () => {
  expect(at("cosine", 1000, 0)).toBe(0.4);
  expect(at("cosine", 1000, 250)).toBeCloseTo(0.2 * (1 + Math.SQRT1_2), 12);
  expect(at("cosine", 1000, 500)).toBeCloseTo(0.2, 12);
  for (let step = 1; step < 1000; step++) expect(at("cosine", 1000, step)).toBeLessThan(at("cosine", 1000, step - 1));
  expect(at("cosine", 1000, 999)).toBeGreaterThan(0);
  expect(at("cosine", 1000, 1000)).toBe(0);
});

it("no schedule leaves its end after a run that went on", () => {
  expect(at("cosine", 10, 25)).toBe(0);
  expect(at("step", 10, 25)).toBeCloseTo(0.004, 15);
});
