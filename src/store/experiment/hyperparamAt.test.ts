import { expect, test } from "vitest";
import { testState } from "../testing/testState";
import { hyperparamAt, lambdasAt } from "./hyperparamAt";

test("a setting in a step is its start and the moves of its run up to that step; without a step it is where the slider stands", () => {
  const idle = testState();
  const start = idle.config.optimizers.find(({ run }) => run === "apo-p")?.hyperparams.lambdaFsd;
  const move = { run: "apo-p", name: "lambdaFsd" as const, from: 0, gesture: 1 };
  const interventions = [
    { ...move, step: 3, value: 5 },
    { ...move, run: "apo-lr", step: 4, value: 9 },
    { ...move, step: 7, value: 6 },
  ];
  const run = { run: "apo-p", hyperparams: { ...idle.runs[0]!.hyperparams, lambdaFsd: 6.5, lambdaWsd: 0.25 } };
  const at = (step: number | null) => hyperparamAt({ ...idle, interventions }, run, "lambdaFsd", step);
  expect([0, 2, 3, 6, 7, 100].map(at)).toEqual([start, start, 5, 5, 6, 6]);
  expect(at(null)).toBe(6.5);
  expect(lambdasAt({ ...idle, interventions }, run, null)).toEqual({ lambdaFsd: 6.5, lambdaWsd: 0.25 });
});
