import { expect, it } from "vitest";
import { StepTimes } from "./stepTimes";

function timesOf(all: readonly number[]): StepTimes {
  const times = new StepTimes();
  for (const ms of all) times.add(ms);
  return times;
}

const steps = (count: number, ms: number) => Array<number>(count).fill(ms);

it("steps are added up, and the median is of the latest 101", () => {
  expect(timesOf([]).medianMs).toBe(0);
  const times = timesOf([...steps(100, 4), ...steps(60, 8)]);
  expect(times.seconds).toBeCloseTo(0.88, 12);
  expect(times.medianMs).toBe(8);
});

it("a step in which the computer slept for 6 s counts as the steps before it, however often", () => {
  const times = timesOf([900, ...steps(101, 5), 6005, ...steps(20, 5), 6005, 5]);
  expect(times.seconds).toBeCloseTo(0.9 + 124 * 0.005, 12);
  expect(times.medianMs).toBe(5);
});

it("a first step that compiles, a meta-step among fast ones and steps that become slow are counted whole", () => {
  expect(timesOf([6000, ...steps(20, 5)]).seconds).toBeCloseTo(6.1, 12);
  expect(timesOf([...steps(20, 5), 1900]).seconds).toBeCloseTo(2, 12);
  expect(timesOf([...steps(20, 200), 3900]).seconds).toBeCloseTo(7.9, 12);
});
