import { expect, it } from "vitest";
import { atBest, atEnd, atTime, lateChange } from "./curve";
import type { ClaimEvaluation } from "./evaluation";

const curve = (...metrics: (number | null)[]): { evaluations: ClaimEvaluation[] } => ({
  evaluations: metrics.map((testMetric, i) => ({
    step: 10 * (i + 1),
    seconds: i,
    trainLoss: testMetric,
    testLoss: testMetric,
    testMetric,
  })),
});

it("a run has an end and a best, and no end where it diverged", () => {
  expect(atEnd(curve(1, 3, 2), "testMetric")).toBe(2);
  expect(atBest(curve(1, 3, 2), "testMetric", true)).toBe(3);
  expect(atBest(curve(1, 3, 2), "trainLoss", false)).toBe(1);
  expect(atEnd(curve(1, null), "testMetric")).toBeNull();
  expect(atBest(curve(1, null), "testMetric", true)).toBe(1);
  expect(atBest(curve(null), "testMetric", true)).toBeNull();
});

it("within a time there are the evaluations whose steps it pays for", () => {
  // steps 10, 20, 30 at 2 ms: 20, 40, 60 ms
  expect(atTime(curve(1, 2, 3), 2, 45)?.step).toBe(20);
  expect(atTime(curve(1, 2, 3), 2, 19)).toBeNull();
});

it("a flat end changes by nothing, a rising one by the rise from one sixth to the next", () => {
  expect(lateChange(curve(1, 2, 3, 4, 4, 4), "testMetric")).toBe(0);
  expect(lateChange(curve(1, 2, 3, 4, 5, 6), "testMetric")).toBe(1);
  expect(lateChange(curve(1, 2, 3, 4, 5, null), "testMetric")).toBeNull();
});
