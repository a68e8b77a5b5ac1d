import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import { createModel } from "../../nn/chain";
import { LOSSES } from "../../nn/losses";
import type { Batch } from "../../optimizers/optimizer";
import { forEachBackend } from "../../testing/forEachBackend";
import { normalTensor, read, relativeError } from "../../testing/numeric";
import { Run } from "../../training/run";
import { apoLearningRate } from "../learningRate";

const INPUTS = 4;
const LAMBDA_FSD = 0.8;
const LAMBDA_WSD = 0.3;
const model = createModel([{ kind: "dense", inputs: INPUTS, outputs: 1, activation: "linear", bias: false }], [INPUTS]);
const problem = { model, loss: LOSSES.squaredError };

/** The same B and B′ at every step, so that J_B is one quadratic with Hessian H, and G is that of B′. */
const batch = (): Batch => ({
  input: normalTensor("B.x", [10, INPUTS]),
  target: normalTensor("B.y", [10, 1]),
  noise: () => tensor2d([[0]]),
});
const fsdBatch = (): Batch => ({
  ...batch(),
  input: normalTensor("fsdB.x", [9, INPUTS]),
  target: normalTensor("fsdB.y", [9, 1]),
});
const start = (k: number) => [normalTensor<Tensor2D>(`theta${k}`, [1, INPUTS])];

/** gᵀg and gᵀ(H + λ_FSD G + λ_WSD I)g at a start, in float64. */
async function moments(k: number): Promise<[numerator: number, denominator: number]> {
  const matrix = async (rows: number, columns: number, tensor: Tensor2D) =>
    Matrix.from1DArray(rows, columns, await read(tensor));
  const X = await matrix(10, INPUTS, batch().input as Tensor2D);
  const y = await matrix(10, 1, batch().target);
  const X2 = await matrix(9, INPUTS, fsdBatch().input as Tensor2D);
  const theta = await matrix(INPUTS, 1, start(k)[0] as Tensor2D);
  const H = X.transpose().mmul(X).div(10);
  const G = X2.transpose().mmul(X2).div(9);
  const g = X.transpose()
    .mmul(Matrix.sub(X.mmul(theta), y))
    .div(10);
  const curvature = Matrix.add(H, G.mul(LAMBDA_FSD)).add(Matrix.eye(INPUTS).mul(LAMBDA_WSD));
  return [g.transpose().mmul(g).get(0, 0), g.transpose().mmul(curvature).mmul(g).get(0, 0)];
}

/** η after many meta-updates at these starts in turn; θ itself stays where it is. */
async function learned(starts: readonly number[], steps: number, metaLearningRate: number): Promise<number> {
  const hyperparams = {
    ...hyperparamDefaults("apo-lr"),
    ...{ lambdaFsd: LAMBDA_FSD, lambdaWsd: LAMBDA_WSD, metaUpdateInterval: 1, learningRate: 0.2 },
    ...{ metaOptimizer: "sgd" as const, metaLearningRate, metaSchedule: "linear" as const },
  };
  const optimizer = apoLearningRate(problem);
  const held = {
    ...optimizer,
    step: (async (...[, state, , , h]) => {
      const k = starts[state.count % starts.length] as number;
      return optimizer.step(start(k), state, batch(), fsdBatch, h);
    }) as typeof optimizer.step,
  };
  const run = new Run(held as never, start(0), hyperparams, () => 0);
  for (let step = 0; step < steps; step++) (await run.step(batch(), fsdBatch, steps)).packed.dispose();
  const state = await run.preconditionerState();
  run.dispose();
  if (state.kind !== "scalar") throw new Error(`apo-lr has a state of kind ${state.kind}.`);
  return (state.layers[0] as { learningRate: number }).learningRate;
}

forEachBackend(() => {
  it("scalar η, same setting: η at one start settles at gᵀg / gᵀ(H + λ_FSD·G + λ_WSD·I)g, the minimum of Q along g", async () => {
    const [numerator, denominator] = await moments(0);
    expect(relativeError([await learned([0], 150, 0.5)], [numerator / denominator])).toBeLessThan(1e-4);
  });

  it("scalar η, same setting: η over many starts settles at η* = E[gᵀg] / E[gᵀ(H + λ_FSD·G + λ_WSD·I)g], within 1e-3", async () => {
    const starts = [0, 1, 2, 3, 4, 5];
    const thereAndBack = [...starts, ...starts.toReversed()]; // so that the order of the steps leaves no trace
    const all = await Promise.all(starts.map(moments));
    const best = all.reduce((sum, [n]) => sum + n, 0) / all.reduce((sum, [, d]) => sum + d, 0);
    expect(relativeError([await learned(thereAndBack, 408, 0.05)], [best])).toBeLessThan(1e-3);
  });
});
