import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { allNumbers } from "../data/inputs";
import { CREATE_OPTIMIZER } from "../methods";
import { lossOfTask, modelOfTask } from "../tasks/modelOfTask";
import { forEachBackend } from "../testing/forEachBackend";
import { read, relativeError } from "../testing/numeric";
import { toyTask } from "../testing/toyTask";
import type { Batch, Problem } from "./optimizer";

/** Rows of a batch of the task `linear`, in float64 and as the optimizer gets them. */
interface Rows {
  X: Matrix;
  y: Matrix;
  batch: Batch;
}

/** The task `linear` at its start, with B and B′ of 256 rows each. */
async function linearProblem(conditionNumber: number) {
  const task = await toyTask("linear", 5, conditionNumber);
  const problem: Problem = { model: modelOfTask(task), loss: lossOfTask(task) };
  const rows = (first: number): Rows => {
    const x = allNumbers(task.train.x).slice(8 * first, 8 * (first + 256));
    const y = task.train.y.slice(first, first + 256);
    const noise = () => {
      throw new Error("No method here samples targets.");
    };
    return {
      X: Matrix.from1DArray(256, 8, Array.from(x)),
      y: Matrix.columnVector(Array.from(y)),
      batch: { input: tensor2d(x, [256, 8]), target: tensor2d(y as Float32Array, [256, 1]), noise },
    };
  };
  const theta = Matrix.columnVector(Array.from(task.initialParams[0] as Float32Array));
  return { problem, theta, B: rows(0), fsdB: rows(256) };
}

type LinearProblem = Awaited<ReturnType<typeof linearProblem>>;

/** θ⁺ − θ as the method takes it. */
async function stepOf({ problem, theta, B, fsdB }: LinearProblem, id: OptimizerId, changed: Partial<Hyperparams>) {
  const optimizer = CREATE_OPTIMIZER[id](problem);
  const hyperparams = { ...hyperparamDefaults(id), ...changed, steps: 1 };
  const params = [tensor2d(Float32Array.from(theta.to1DArray()), [1, 8])];
  const state = optimizer.init(params, hyperparams);
  const { params: next } = await optimizer.step(params, state, B.batch, () => fsdB.batch, hyperparams);
  return (await read(next as Tensor2D[])).map((value, i) => value - theta.get(i, 0));
}

/** XᵀX/N, the Hessian of the loss and of FSD alike. */
const moment = (X: Matrix) => X.transpose().mmul(X).div(X.rows);
const gradient = ({ theta, B: { X, y } }: LinearProblem) => X.transpose().mmul(X.mmul(theta).sub(y)).div(X.rows);
const shifted = (G: Matrix, shift: number) => Matrix.add(G, Matrix.eye(8, 8, shift));
const minusSolved = (A: Matrix, g: Matrix) => inverse(A).mmul(g).mul(-1).to1DArray();

forEachBackend(() => {
  describe.each([10, 1000])("one step on `linear` at condition number %d", (conditionNumber) => {
    it.each([
      [1, 0],
      [0.3, 0],
      [2, 1e-3],
      [1, 0.1],
    ])("is −η(λ_FSD·G + λ_WSD·I)⁻¹ g by natural gradient, λ = (%d, %d)", async (lambdaFsd, lambdaWsd) => {
      const linear = await linearProblem(conditionNumber);
      const actual = await stepOf(linear, "natural-gradient", { learningRate: 0.7, lambdaFsd, lambdaWsd });
      const A = shifted(moment(linear.fsdB.X).mul(lambdaFsd), lambdaWsd);
      expect(relativeError(actual, minusSolved(A, gradient(linear).mul(0.7)))).toBeLessThan(1e-4);
    });

    it.each([0, 1e-3, 0.1])(
      "is −(G + λ_WSD·I)⁻¹ g by Hessian-free without damping and backtracking, λ_WSD = %d",
      async (lambdaWsd) => {
        const linear = await linearProblem(conditionNumber);
        const actual = await stepOf(linear, "hessian-free", { damping: 0, backtracking: "off", lambdaWsd });
        const A = shifted(moment(linear.B.X), lambdaWsd);
        expect(relativeError(actual, minusSolved(A, gradient(linear)))).toBeLessThan(1e-4);
      },
    );

    it.each([
      [1, 0],
      [0.3, 1e-3],
      [10, 0.1],
    ])("is −(H + λ_FSD·G + λ_WSD·I)⁻¹ g by the proximal point, λ = (%d, %d)", async (lambdaFsd, lambdaWsd) => {
      const linear = await linearProblem(conditionNumber);
      const actual = await stepOf(linear, "proximal-point", { lambdaFsd, lambdaWsd });
      const A = shifted(Matrix.add(moment(linear.B.X), moment(linear.fsdB.X).mul(lambdaFsd)), lambdaWsd);
      expect(relativeError(actual, minusSolved(A, gradient(linear)))).toBeLessThan(1e-4);
    });

    it.each([1e-3, 0.1, 10])(
      "ends at the ridge solution around θ by the proximal point without FSD, λ_WSD = %d",
      async (lambdaWsd) => {
        const linear = await linearProblem(conditionNumber);
        const { theta, B } = linear;
        const step = await stepOf(linear, "proximal-point", { lambdaFsd: 0, lambdaWsd });
        // (XᵀX/N + λI) u = Xᵀy/N + λθ
        const right = Matrix.add(B.X.transpose().mmul(B.y).div(256), Matrix.mul(theta, lambdaWsd));
        const ridge = inverse(shifted(moment(B.X), lambdaWsd)).mmul(right);
        expect(
          relativeError(
            step,
            ridge.to1DArray().map((value, i) => value - theta.get(i, 0)),
          ),
        ).toBeLessThan(1e-4);
      },
    );

    it("is −g/λ_WSD by gradient descent", async () => {
      const linear = await linearProblem(conditionNumber);
      const actual = await stepOf(linear, "gradient-descent", { lambdaWsd: 4 });
      expect(relativeError(actual, gradient(linear).div(-4).to1DArray())).toBeLessThan(1e-5);
    });
  });

  it.each([
    ["gradient-descent", { lambdaWsd: 0 }, "λ_WSD is 0: set it above 0"],
    ["natural-gradient", { lambdaFsd: 0, lambdaWsd: 0 }, "λ_FSD and λ_WSD are both 0"],
  ] as const)("%s refuses what leaves its step without bound", async (id, changed, message) => {
    await expect(stepOf(await linearProblem(10), id, changed)).rejects.toThrow(message);
  });

  it.each(["natural-gradient", "hessian-free", "proximal-point"] as const)(
    "%s says what to do where the weights are no longer finite",
    async (id) => {
      const linear = await linearProblem(10);
      const broken = { ...linear, theta: Matrix.mul(linear.theta, Number.NaN) };
      await expect(stepOf(broken, id, { lambdaWsd: 0.1 })).rejects.toThrow(/not finite.*(lower|diverged)/s);
    },
  );
});
