import type { Tensor2D } from "@tensorflow/tfjs-core";
import { inverse, Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { createModel } from "../../nn/chain";
import { LOSSES } from "../../nn/losses";
import type { Batch } from "../../optimizers/optimizer";
import { type Lookout, learnDensePreconditioner } from "../../testing/densePreconditioner";
import { forEachBackend } from "../../testing/forEachBackend";
import { linearisedLoss } from "../../testing/linearisedLoss";
import { normalTensor, read, relativeError } from "../../testing/numeric";

const [OUT, IN, COUNT] = [2, 3, 12];
const DIMENSION = OUT * IN;
const METRIC = [
  [1.4, 0.3],
  [0.3, 1],
];
const LAMBDAS = { lambdaFsd: 0.7, lambdaWsd: 0.1 };
const model = createModel([{ kind: "dense", inputs: IN, outputs: OUT, activation: "linear", bias: false }], [IN]);

/** The same inputs in every B, so that every batch has one H, and others in every B′; targets of B anew each step. */
function batchOf(name: "B" | "fsdB", step: number): Batch {
  return {
    input: normalTensor(`${name}.x`, [COUNT, IN]),
    target: normalTensor(`${name}.y${step}`, [COUNT, OUT], 2),
    noise: () => normalTensor("unused", [1]),
  };
}

/** θ is drawn anew for each meta-update: gradients then span the space, E[ggᵀ] is nonsingular. */
const lookout = (step: number): Lookout => ({
  params: normalTensor<Tensor2D>(`theta${step}`, [OUT, IN]),
  batch: batchOf("B", step),
  fsdBatch: batchOf("fsdB", step),
});

/** E[x xᵀ] over the inputs of B or B′, in float64. */
async function secondMoment(name: "B" | "fsdB"): Promise<Matrix> {
  const X = Matrix.from1DArray(COUNT, IN, await read(normalTensor(`${name}.x`, [COUNT, IN])));
  return X.transpose().mmul(X).div(COUNT);
}

/** (curvature + λ_WSD·I)⁻¹, row-major. */
const damped = (curvature: Matrix): number[] =>
  inverse(Matrix.add(curvature, Matrix.eye(DIMENSION).mul(LAMBDAS.lambdaWsd))).to1DArray();

const META = { ...LAMBDAS, learningRate: 0.3, metaOptimizer: "sgd" } as const;

forEachBackend(() => {
  it("linearised loss, SPD G, E[ggᵀ] nonsingular: a dense P goes to P* = (λ_FSD·G + λ_WSD·I)⁻¹, within 1e-3", async () => {
    const G = new Matrix(METRIC).kroneckerProduct(await secondMoment("fsdB"));
    const P = await learnDensePreconditioner({ model, loss: linearisedLoss(METRIC) }, lookout, {
      ...META,
      metaLearningRate: 0.4,
      steps: 700,
    });
    expect(relativeError(P, damped(G.mul(LAMBDAS.lambdaFsd)))).toBeLessThan(1e-3);
  });

  it("exact quadratic loss, same H every batch (Algorithm 1 as written): a dense P goes to P* = (H + λ_FSD·G + λ_WSD·I)⁻¹, within 1e-3", async () => {
    const H = Matrix.eye(OUT).kroneckerProduct(await secondMoment("B"));
    const G = Matrix.eye(OUT).kroneckerProduct(await secondMoment("fsdB"));
    const P = await learnDensePreconditioner({ model, loss: LOSSES.squaredError }, lookout, {
      ...META,
      metaLearningRate: 0.06,
      steps: 600,
    });
    const weighted = G.mul(LAMBDAS.lambdaFsd);
    expect(relativeError(P, damped(Matrix.add(H, weighted)))).toBeLessThan(1e-3);
    expect(relativeError(P, damped(weighted))).toBeGreaterThan(0.1); // the linearised form is another matrix
  });
});
