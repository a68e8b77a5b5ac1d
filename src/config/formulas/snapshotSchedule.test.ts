import { expect, it } from "vitest";
import { isEvaluated } from "./snapshotSchedule";

const stepsOf = (steps: number, interval: number) =>
  Array.from({ length: steps + 1 }, (_, step) => step).filter((step) => isEvaluated(step, interval));

it("a run is evaluated at every interval, and in a long one at every second, fourth and so on", () => {
  expect(stepsOf(10_000, 10)).toEqual(Array.from({ length: 1001 }, (_, index) => 10 * index));
  const long = stepsOf(200_000, 10);
  expect(long.length).toBeLessThan(3300);
  expect(long.slice(999, 1004)).toEqual([9990, 10_000, 10_020, 10_040, 10_060]);
  expect(long.slice(-2)).toEqual([199_680, 200_000]);
});
