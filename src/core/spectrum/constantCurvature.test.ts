import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { idealEigenvalues } from "../../config/formulas/ideal";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { allNumbers } from "../data/inputs";
import { createLinear } from "../tasks/linear";
import { CREATE_TASK } from "../tasks/registry";
import type { TaskData } from "../tasks/task";
import { constantCurvature } from "./constantCurvature";

const io = { readFile: async () => new Uint8Array(), report: () => {} };

test("of linear regression it is κ^(−i/7), the eigenvalues its inputs were made with", async () => {
  const task = await createLinear(3, { ...DEFAULT_TASK_OPTIONS, conditionNumber: 100 }, io);
  const [layer, ...others] = constantCurvature(task) ?? [];
  expect(others).toEqual([]);
  expect(layer?.name).toBe("dense1");
  const made = Array.from({ length: 8 }, (_, i) => 100 ** (-i / 7)).reverse();
  layer?.eigenvalues.forEach((value, i) => {
    expect(Math.abs(value / (made[i] as number) - 1)).toBeLessThan(1e-5); // inputs are float32
  });
});

const affine: TaskData = {
  inputShape: [2],
  train: { x: Float32Array.of(1, 2, 3, -1, 0, 4), y: new Float32Array(6), count: 3 },
  test: { x: new Float32Array(2), y: new Float32Array(2), count: 1 },
  layers: [{ kind: "dense", inputs: 2, outputs: 2, activation: "linear", bias: true }],
  loss: "squaredError",
  initialParams: [new Float32Array(6)],
  picture: { kind: "none" },
};

test("with a bias and two outputs it is that of E[x̄x̄ᵀ] ⊗ I", () => {
  const rows = new Matrix([
    [1, 2, 1],
    [3, -1, 1],
    [0, 4, 1],
  ]);
  const dense = rows.transpose().mmul(rows).div(3).kroneckerProduct(Matrix.eye(2));
  const reference = new EigenvalueDecomposition(dense, { assumeSymmetric: true }).realEigenvalues.sort((a, b) => a - b);
  const [layer] = constantCurvature(affine) ?? [];
  expect(layer?.eigenvalues).toHaveLength(6);
  layer?.eigenvalues.forEach((value, i) => {
    expect(value).toBeCloseTo(reference[i] as number, 12);
  });
});

test("a model that is not linear in θ, or another loss, has none", async () => {
  for (const id of ["sine", "deep-linear"] as const) {
    expect(constantCurvature(await CREATE_TASK[id](1, DEFAULT_TASK_OPTIONS, io)), id).toBeNull();
  }
  expect(constantCurvature({ ...affine, loss: "softmaxCrossEntropy" })).toBeNull();
});

test("the ideal preconditioners have the eigenvalues of the explicit inverses, and are not the same", async () => {
  const task = await createLinear(5, { ...DEFAULT_TASK_OPTIONS, conditionNumber: 30 }, io);
  const x = Matrix.from1DArray(task.train.count, 8, allNumbers(task.train.x));
  const moment = x.transpose().mmul(x).div(task.train.count);
  const [layer] = constantCurvature(task) ?? [];
  const lambdas = { lambdaFsd: 0.7, lambdaWsd: 0.05 };
  const damped = Matrix.add(Matrix.mul(moment, 0.7), Matrix.mul(Matrix.eye(8), 0.05));
  for (const [form, matrix] of [
    ["exact", Matrix.add(moment, damped)],
    ["linearised", damped],
  ] as const) {
    const { realEigenvalues } = new EigenvalueDecomposition(inverse(matrix), { assumeSymmetric: true });
    const found = idealEigenvalues(layer?.eigenvalues ?? [], lambdas, form) ?? [];
    expect(found).toHaveLength(8);
    found.forEach((value, i) => {
      expect(Math.abs(value / (realEigenvalues[i] as number) - 1), form).toBeLessThan(1e-10);
    });
  }
});
