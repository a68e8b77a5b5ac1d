import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { createModel } from "../nn/chain";
import { LOSSES } from "../nn/losses";
import { multiply } from "../testing/dense";
import { forEachBackend } from "../testing/forEachBackend";
import { normalTensor, read, relativeError } from "../testing/numeric";
import type { Batch } from "./optimizer";
import { shampoo } from "./shampoo";

const [COUNT, STEPS] = [8, 14];
const noFsdBatch = () => {
  throw new Error("Shampoo has no B′.");
};

/** Linear regression without bias: from IN inputs to OUT outputs, new data at every step. */
function problemOf(out: number, inputs: number) {
  const model = createModel([{ kind: "dense", inputs, outputs: out, activation: "linear", bias: false }], [inputs]);
  return {
    out,
    inputs,
    optimizer: shampoo({ model, loss: LOSSES.squaredError }),
    start: () => normalTensor<Tensor2D>("shampoo.W", [out, inputs]),
    x: (step: number) => normalTensor<Tensor2D>(`shampoo.x${step}`, [COUNT, inputs]),
    y: (step: number) => normalTensor<Tensor2D>(`shampoo.y${step}`, [COUNT, out]),
  };
}
type Problem = ReturnType<typeof problemOf>;
const SQUARE = problemOf(4, 4);
const WIDE = problemOf(3, 5);

/** Steps of 14 whose roots are new: each of the period's, and in the first period those that double the number of gradients. */
const NEW_ROOTS: Record<number, readonly number[]> = {
  1: Array.from({ length: STEPS }, (_, step) => step),
  3: [0, 1, 2, 3, 6, 9, 12],
  4: [0, 1, 2, 4, 8, 12],
  10: [0, 1, 2, 4, 8, 10],
};

/** M^power of a symmetric positive definite matrix. */
function power(M: Matrix, exponent: number): Matrix {
  const { realEigenvalues, eigenvectorMatrix: Q } = new EigenvalueDecomposition(M, { assumeSymmetric: true });
  return Q.mmul(Matrix.diag(realEigenvalues.map((value) => value ** exponent))).mmul(Q.transpose());
}

/** Algorithm 1 of Gupta, Koren and Singer (2018) in float64, the gradient of the linear model written out. */
async function reference(
  { out, inputs, start, x, y }: Problem,
  period: number,
  momentum: number,
  learningRate: number,
) {
  const matrix = async (t: Tensor2D) => {
    const [rows, columns] = t.shape;
    return Matrix.from1DArray(rows, columns, await read(t));
  };
  let W = await matrix(start());
  const L = Matrix.eye(out).mul(1e-4);
  const R = Matrix.eye(inputs).mul(1e-4);
  let roots: [Matrix, Matrix] = [L, R];
  let m = Matrix.zeros(out, inputs);
  let G = m;
  for (let step = 0; step < STEPS; step++) {
    const X = await matrix(x(step));
    const residual = Matrix.sub(X.mmul(W.transpose()), await matrix(y(step)));
    G = residual.transpose().mmul(X).div(COUNT);
    L.add(G.mmul(G.transpose()));
    R.add(G.transpose().mmul(G));
    if (NEW_ROOTS[period]?.includes(step)) roots = [power(L, -0.25), power(R, -0.25)];
    m = Matrix.mul(m, momentum).add(roots[0].mmul(G).mmul(roots[1]));
    W = Matrix.sub(W, Matrix.mul(m, learningRate));
  }
  return { W, G, roots };
}

async function run({ optimizer, start, x, y }: Problem, period: number, momentum: number, learningRate: number) {
  const hyperparams = {
    ...hyperparamDefaults("shampoo"),
    ...{ learningRate, momentum, inverseUpdatePeriod: period, steps: STEPS },
  };
  let params: readonly Tensor2D[] = [start()];
  let state = optimizer.init(params, hyperparams);
  const before = [];
  const batchAt = (step: number): Batch => ({ input: x(step), target: y(step), noise: () => tensor2d([[0]]) });
  for (let step = 0; step < STEPS; step++) {
    before.push(params[0] as Tensor2D);
    const result = await optimizer.step(params, state, batchAt(step), noFsdBatch, hyperparams);
    params = result.params;
    state = result.state;
  }
  return { params, last: before.at(-1) as Tensor2D, implied: await optimizer.preconditionerState(state, hyperparams) };
}

forEachBackend(() => {
  it.each([
    [1, 0],
    [10, 0],
    [4, 0.9],
  ])("follows a dense float64 Shampoo for 14 steps, roots every %i, momentum %d", async (period, momentum) => {
    const { params } = await run(SQUARE, period, momentum, 0.2);
    const { W } = await reference(SQUARE, period, momentum, 0.2);
    expect(relativeError(await read([...params]), W.to1DArray())).toBeLessThan(1e-4);
  });

  // R = ε·I + GᵀG has rank 3 and two eigenvalues ε = 1e-4, to which float32 sums of numbers near 10 add about 1e-6
  it("follows it to 1% where a moment has no rank but ε", async () => {
    const { params } = await run(WIDE, 10, 0, 0.2);
    const { W } = await reference(WIDE, 10, 0, 0.2);
    expect(relativeError(await read([...params]), W.to1DArray())).toBeLessThan(1e-2);
  });

  it("steps by η·L^(−1/4) ⊗ R^(−1/4), whose eigenvalues its implied preconditioner is", async () => {
    const { params, last, implied } = await run(WIDE, 3, 0, 0.2);
    const { G, roots } = await reference(WIDE, 3, 0, 0.2);
    const explicit = roots[0].kroneckerProduct(roots[1]).mul(0.2);
    const [before, after] = [await read(last), await read([...params])];
    const step = before.map((value, k) => value - (after[k] as number));
    expect(relativeError(step, multiply(explicit, G.to1DArray()))).toBeLessThan(1e-3);
    if (implied.kind !== "eigenvalues") throw new Error(`Shampoo has a state of kind ${implied.kind}.`);
    const eigenvalues = new EigenvalueDecomposition(explicit, { assumeSymmetric: true }).realEigenvalues;
    const actual = Float64Array.from(implied.layers[0]?.eigenvalues ?? []).sort();
    expect(relativeError(actual, eigenvalues)).toBeLessThan(1e-3);
  });

  it("has no preconditioner before its first step", async () => {
    const hyperparams = hyperparamDefaults("shampoo");
    const { optimizer, start } = SQUARE;
    const state = await optimizer.preconditionerState(optimizer.init([start()], hyperparams), hyperparams);
    expect(state).toEqual({ kind: "eigenvalues", layers: [] });
  });
});
