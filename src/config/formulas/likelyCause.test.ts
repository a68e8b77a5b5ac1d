import { expect, it } from "vitest";
import { hyperparamDefaults } from "../tables/hyperparamRange";
import type { OptimizerId } from "../tables/optimizers";
import { type EndedRun, remedyOf } from "./likelyCause";

/** A run whose losses were these, the last of its last step. */
function ended(optimizer: OptimizerId, losses: number[], part: Partial<EndedRun> = {}): EndedRun {
  const usual = hyperparamDefaults(optimizer);
  const end = { kind: "tooHigh", quantity: "trainLoss", step: losses.length - 1 } as const;
  const rates = losses.map(() => usual.learningRate);
  return { end, optimizer, hyperparams: usual, usual, losses, rates, largestCurvature: null, ...part };
}

const calm = (count: number) => Array.from({ length: count }, () => 0.5);

it("goes back ten steps, or to the last step whose loss was at most the first; never before the start", () => {
  expect(remedyOf(ended("sgd", [...calm(40), 600]))?.step).toBe(30);
  expect(remedyOf(ended("sgd", [...calm(20), ...Array.from({ length: 21 }, (_, i) => 1 + 25 * i)]))?.step).toBe(19);
  expect(remedyOf(ended("sgd", [0.5, 10, 600]))?.step).toBe(0);
});

it("lowers by thirds until a bowl that grows so would be stable at half the rate's limit", () => {
  const rate = (optimizer: OptimizerId, growth: number) =>
    remedyOf(ended(optimizer, [...calm(20), 0.5 * growth]))?.value;
  // at half of the limit 2 / λ: η (1 + √r)
  expect(rate("sgd", 4)).toBe(0.0167); // 0.05 / 3
  expect(rate("sgd", 60)).toBe(0.00556); // 1 + √60 = 8.7: 0.05 / 9
  expect(rate("sgd", 70)).toBe(0.00185); // 9.4: 0.05 / 27
  expect(rate("gradient-descent", 60)).toBe(180); // λ_WSD 20, whose inverse is η
});

it("says only what was seen where the loss crept up, or broke without growing; a wild rate comes to its slider's end at once", () => {
  const creeping = Array.from({ length: 60 }, (_, step) => 1.2 ** step);
  expect(remedyOf(ended("sgdm", creeping))).toMatchObject({ cause: null, value: 0.00667 });
  const hyperparams = { ...hyperparamDefaults("sgdm"), learningRate: 1e30 };
  const end = { kind: "notFinite", quantity: "trainLoss", step: 1 } as const;
  const broken = remedyOf(ended("sgdm", [0.5, Number.NaN], { hyperparams, end }));
  expect(broken).toMatchObject({ cause: null, step: 0 });
  expect(broken?.value).toBeLessThanOrEqual(0.5);
  expect(broken?.value).toBeGreaterThan(0.5 / 3);
});

it("comes to an end where λ_WSD is so low that its inverse is infinite", () => {
  const hyperparams = { ...hyperparamDefaults("gradient-descent"), lambdaWsd: 1e-320 };
  const end = { kind: "notFinite", quantity: "trainLoss", step: 1 } as const;
  expect(remedyOf(ended("gradient-descent", [0.5, Number.NaN], { hyperparams, end }))?.value).toBe(0.3);
});

it("a factor that cannot be inverted asks for more damping, also where there is as much as usual", () => {
  const end = { kind: "singular", quantity: null, step: 40 } as const;
  const remedy = remedyOf(ended("kfac", calm(40), { end }));
  expect(remedy).toMatchObject({ cause: { kind: "damping" }, name: "damping", from: 1e-3, value: 1e-2, step: 30 });
});

it("has no remedy for a method without a setting that shortens its steps", () => {
  expect(remedyOf(ended("proximal-point", [...calm(20), 600]))).toBeNull();
  expect(remedyOf(ended("hessian-free", [...calm(20), 600]))).toBeNull();
});
