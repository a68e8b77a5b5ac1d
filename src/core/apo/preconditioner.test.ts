import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { inverse, Matrix } from "ml-matrix";
import { beforeAll, describe, expect, it } from "vitest";
import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { settingsIn, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { allNumbers } from "../data/inputs";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import type { TaskData } from "../tasks/task";
import { forEachBackend, useBackend } from "../testing/forEachBackend";
import { read, relativeError } from "../testing/numeric";
import { applyPreconditioner } from "../testing/onePreconditioner";
import { toyTask } from "../testing/toyTask";
import { createRace } from "../training/race";

type Layer = Extract<PreconditionerState, { kind: "eigenbasis" }>["layers"][number];

/** The layers' factors after some steps of APO-P at the task's own settings, and the last trace of P. */
async function train(id: "deep-linear" | "linear", task: TaskData, batchSize: number, steps: number) {
  const hyperparams = { ...hyperparamDefaults("apo-p"), ...settingsIn(TASK_SETTINGS[id], "apo-p").hyperparams };
  const race = createRace(task, {
    seed: 1,
    batchSize,
    steps,
    runs: [{ run: "apo-p", optimizer: "apo-p", hyperparams }],
  });
  for (let step = 0; step < steps; step++) await race.takeStep();
  const [rows] = await race.readRows();
  const state = await race.preconditionerState("apo-p");
  race.dispose();
  if (state.kind !== "eigenbasis") throw new Error(`apo-p has a state of kind ${state.kind}.`);
  return { layers: state.layers, trace: rows?.columns.preconditionerTrace.at(-1), hyperparams };
}

/** P as the code applies it: its column for each unit gradient, entries in row-major order of [out, in]. */
async function denseAction({ shape: [out, inputs], A, B, S }: Layer): Promise<Matrix> {
  const columns: number[][] = [];
  for (let k = 0; k < out * inputs; k++) {
    const unit = new Float32Array(out * inputs);
    unit[k] = 1;
    const step = (): Tensor2D => {
      const factors = { A: tensor2d(A, [inputs, inputs]), B: tensor2d(B, [out, out]), S: tensor2d(S, [out, inputs]) };
      return applyPreconditioner(tensor2d(unit, [out, inputs]), factors, "raw").D;
    };
    columns.push(await read(tidy(step)));
  }
  return new Matrix(columns).transpose();
}

forEachBackend(() => {
  it("P stays symmetric and positive semi-definite while it is learned, with the trace that is reported", async () => {
    const { layers, trace } = await train("deep-linear", await toyTask("deep-linear", 1), 100, 60);
    let reported = 0;
    for (const layer of layers) {
      const [out, inputs] = layer.shape;
      reported += traceOf(layer);
      const P = await denseAction(layer);
      expect(relativeError(P.transpose().to1DArray(), P.to1DArray())).toBeLessThan(1e-5);
      expect(P.trace()).toBeCloseTo(traceOf(layer), 5);
      const eigenvalues = symmetricEigenvalues(Float64Array.from(P.to1DArray()), out * inputs);
      const top = eigenvalues.at(-1) as number;
      expect(eigenvalues[0]).toBeGreaterThanOrEqual(-1e-6 * top);
      expect(top).toBeGreaterThan(2 * (eigenvalues[0] as number)); // far from η₀·I, where it started
    }
    expect(relativeError([trace as number], [reported])).toBeLessThan(1e-5);
  });
});

/** tr P = Σ S²_oi ‖b_o‖² ‖a_i‖², over columns b_o of B and a_i of A. */
function traceOf({ shape: [out, inputs], A, B, S }: Layer): number {
  const columnNorm = (M: Float32Array, n: number, column: number) =>
    Array.from({ length: n }, (_, row) => (M[row * n + column] as number) ** 2).reduce((sum, x) => sum + x, 0);
  return S.reduce((sum, s, k) => {
    const [o, i] = [Math.floor(k / inputs), k % inputs];
    return sum + s * s * columnNorm(B, out, o) * columnNorm(A, inputs, i);
  }, 0);
}

describe("on linear regression, whose loss is one quadratic up to the batch", () => {
  beforeAll(() => useBackend("wasm"));

  it("P's action comes to (H + λ_FSD·G + λ_WSD·I)⁻¹ while training, and not to the linearised form", async () => {
    const task = await toyTask("linear", 1, 10);
    const { layers, hyperparams } = await train("linear", task, 256, 2000);
    const P = await denseAction(layers[0] as Layer);
    const X = Matrix.from1DArray(task.train.count, 8, Array.from(allNumbers(task.train.x)));
    const H = X.transpose().mmul(X).div(task.train.count); // G = H for squared error
    const closed = (curvature: number) =>
      inverse(Matrix.add(Matrix.mul(H, curvature), Matrix.eye(8).mul(hyperparams.lambdaWsd))).to1DArray();
    expect(relativeError(P.to1DArray(), closed(1 + hyperparams.lambdaFsd))).toBeLessThan(0.05);
    expect(relativeError(P.to1DArray(), closed(hyperparams.lambdaFsd))).toBeGreaterThan(0.3);
  }, 240_000);
});
