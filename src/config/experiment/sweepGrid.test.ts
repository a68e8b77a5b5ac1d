import { expect, test } from "vitest";
import { hyperparamRange } from "../tables/hyperparamRange";
import { TASK_IDS } from "../tables/taskIds";
import { TASKS } from "../tables/tasks";
import { defaultSweepSteps, sweepGrid, sweepStepChoices } from "./sweepGrid";

test("a grid has 0 and the powers of ten within the ranges of the method's own two sliders", () => {
  for (const id of ["apo-p", "apo-lr"] as const) {
    const { lambdaFsd, lambdaWsd } = sweepGrid(id);
    expect(lambdaFsd).toEqual([0, 0.01, 0.1, 1, 10, 100]);
    expect(lambdaWsd).toEqual([0, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100]);
    expect(hyperparamRange(id, "lambdaFsd")).toMatchObject({ min: 0.01, max: 100, allowsZero: true });
  }
  // Gradient descent divides by λ_WSD: no 0, and 0.3 to 1000 holds 1 to 1000
  expect(sweepGrid("gradient-descent").lambdaWsd).toEqual([1, 10, 100, 1000]);
});

test("no cell takes more steps than the run it stands for, and each task has a start among its choices", () => {
  expect(sweepStepChoices(1000)).toEqual([10, 20, 50, 100, 200, 400]);
  expect(sweepStepChoices(30)).toEqual([10, 20, 30]);
  expect(sweepStepChoices(3)).toEqual([3]);
  expect(sweepStepChoices(200)).toEqual([10, 20, 50, 100, 200]);
  for (const task of TASK_IDS)
    for (const steps of [1, 15, 100, TASKS[task].steps])
      expect(sweepStepChoices(steps)).toContain(defaultSweepSteps(task, steps));
  expect(defaultSweepSteps("sine", 600)).toBe(10);
  expect(defaultSweepSteps("linear", 500)).toBe(100);
  expect(defaultSweepSteps("cifar10", 500)).toBe(10);
});
