import "@tensorflow/tfjs-core/dist/register_all_gradients";
import {
  div,
  grads,
  logSoftmax,
  neg,
  slice,
  softmax,
  sum,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  tile,
} from "@tensorflow/tfjs-core";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { createModel } from "../nn/chain";
import type { KroneckerBasis } from "../nn/layer";
import { softmaxCrossEntropy } from "../nn/losses";
import { stream } from "../random";
import { kronecker } from "../testing/dense";
import { forEachBackend } from "../testing/forEachBackend";
import { SMALL_LENET } from "../testing/layerCases";
import { randomPsd } from "../testing/matrices";
import { normalTensor, onCpu, read, readEach, relativeError } from "../testing/numeric";
import { modelReference } from "../testing/reference";

/** Orthonormal columns, row-major [n, n]: eigenvectors of a random matrix, far from symmetric. */
function orthonormal(n: number, seed: number): number[] {
  const M = Matrix.from1DArray(n, n, [...randomPsd(n, n + 2, seed)]);
  return new EigenvalueDecomposition(M, { assumeSymmetric: true }).eigenvectorMatrix.to1DArray();
}

const basisOf = (QG: readonly number[], QA: readonly number[]): KroneckerBasis => ({
  outputBasis: tensor2d(QG as number[], [Math.sqrt(QG.length), Math.sqrt(QG.length)]),
  inputBasis: tensor2d(QA as number[], [Math.sqrt(QA.length), Math.sqrt(QA.length)]),
});

/** (Q_Gᵀ ∇ Q_A)² in float64, for ∇ [out, in] row-major. */
function projectedSquare(gradient: readonly number[], QG: readonly number[], QA: readonly number[]): number[] {
  const [out, inputs] = [Math.sqrt(QG.length), Math.sqrt(QA.length)];
  const square = (Q: readonly number[], n: number) => Matrix.from1DArray(n, n, [...Q]);
  const projected = square(QG, out)
    .transpose()
    .mmul(Matrix.from1DArray(out, inputs, [...gradient]))
    .mmul(square(QA, inputs));
  return projected.to1DArray().map((x) => x * x);
}

/** Σ weight·values over a list. */
const weightedSum = (terms: readonly { weight: number; values: readonly number[] }[]): number[] =>
  (terms[0]?.values ?? []).map((_, k) =>
    terms.reduce((total, { weight, values }) => total + weight * (values[k] as number), 0),
  );

const { layers, inputShape } = SMALL_LENET;
const lenet = createModel(layers, inputShape);
const weights = () =>
  lenet.parametric.map(({ shape }, i) => normalTensor<Tensor2D>(`W${i}`, shape, 1 / Math.sqrt(shape[1])));
const bases = lenet.parametric.map(
  ({ shape: [out, inputs] }, i) => [orthonormal(out, 50 + i), orthonormal(inputs, 60 + i)] as const,
);
const basisTensors = () => bases.map(([QG, QA]) => basisOf(QG, QA));

/** Gradients of each layer's weights, per example and class, of −log p(class | x_n): [n][class][layer]. */
async function classGradients(images: () => Tensor, count: number, classes: number): Promise<number[][][][]> {
  const found: number[][][][] = [];
  for (let n = 0; n < count; n++) {
    found.push([]);
    for (let c = 0; c < classes; c++)
      found[n]?.push(
        await readEach(
          tidy(() => {
            const x = slice(images(), [n, 0, 0, 0], [1, ...inputShape]);
            const negativeLog = (...W: Tensor[]) =>
              neg(sum(slice(logSoftmax(modelReference(layers, W as Tensor2D[], x)), [0, c], [1, 1])));
            return grads(negativeLog)(weights());
          }),
        ),
      );
  }
  return found;
}

forEachBackend(() => {
  it("a layer's projected squares are those of each example's own gradient by tf.grads, dense and convolutional", async () => {
    const [COUNT, OUT] = [4, 3];
    const x = () => normalTensor("ekfac.x", [COUNT, ...inputShape]);
    const u = () => normalTensor<Tensor2D>("ekfac.u", [COUNT, OUT]);
    const actual = await readEach(
      tidy(() => {
        const met = lenet.layerGrads(weights(), lenet.forward(weights(), x()), div(u(), COUNT) as Tensor2D);
        return met.map(
          ({ layer, cache, outputGrad }, i) =>
            layer.projectedSquares?.(cache, outputGrad, basisTensors()[i] as KroneckerBasis) as Tensor2D,
        );
      }),
    );
    const perExample = await onCpu(async () => {
      const all: number[][][] = [];
      for (let n = 0; n < COUNT; n++)
        all.push(
          await readEach(
            tidy(() => {
              const one = slice(x(), [n, 0, 0, 0], [1, ...inputShape]);
              const outputs = (...W: Tensor[]) => modelReference(layers, W as Tensor2D[], one);
              return grads(outputs)(weights(), slice(u(), [n, 0], [1, OUT]));
            }),
          ),
        );
      return all;
    });
    for (const [i, [QG, QA]] of bases.entries()) {
      const squares = perExample.map((example) => ({
        weight: 1 / COUNT,
        values: projectedSquare(example[i] as number[], QG, QA),
      }));
      expect(relativeError(actual[i] as number[], weightedSum(squares))).toBeLessThan(1e-5);
    }
  });

  it("with sampled classes its scaling is the Fisher's diagonal in the basis: dense, and by Monte Carlo with tf.grads", async () => {
    const [COUNT, CLASSES, REPEATS] = [3, 3, 120];
    const images = () => normalTensor("ekfac.fisher", [COUNT, ...inputShape]);
    // each image many times over, with draws spread evenly over [0, 1): each class as often as its probability says
    const draws = () =>
      tensor1d(Float32Array.from({ length: COUNT * REPEATS }, (_, k) => (Math.floor(k / COUNT) + 0.5) / REPEATS));
    const actual = await readEach(
      tidy(() => {
        const pass = lenet.forward(weights(), tile(images(), [REPEATS, 1, 1, 1]));
        const met = lenet.layerGrads(weights(), pass, softmaxCrossEntropy.sampledTargetGrad(pass.outputs, draws()));
        return met.map(
          ({ layer, cache, outputGrad }, i) =>
            layer.projectedSquares?.(cache, outputGrad, basisTensors()[i] as KroneckerBasis) as Tensor2D,
        );
      }),
    );
    const { gradients, p } = await onCpu(async () => ({
      gradients: await classGradients(images, COUNT, CLASSES),
      p: await read(tidy(() => softmax(modelReference(layers, weights(), images())))),
    }));
    const { uniform } = stream(5, "ekfac.draws");
    const counts = new Float64Array(COUNT * CLASSES);
    const DRAWS = 20_000;
    for (let draw = 0; draw < DRAWS; draw++) {
      const n = draw % COUNT;
      let [c, left] = [0, uniform()];
      while (c < CLASSES - 1 && left >= (p[n * CLASSES + c] as number)) left -= p[n * CLASSES + c++] as number;
      counts[n * CLASSES + c] = (counts[n * CLASSES + c] as number) + 1;
    }
    for (const [i, [QG, QA]] of bases.entries()) {
      const squares = gradients.flatMap((classes) =>
        classes.map((layer) => projectedSquare(layer[i] as number[], QG, QA)),
      );
      const sampled = weightedSum(squares.map((values, k) => ({ weight: (counts[k] as number) / DRAWS, values })));
      expect(relativeError(actual[i] as number[], sampled)).toBeLessThan(0.05);
    }
    const last = bases.length - 1;
    const g = gradients.flat().map((layer) => layer[last] as number[]);
    const F = Matrix.zeros(g[0]?.length ?? 0, g[0]?.length ?? 0);
    for (const [k, gradient] of g.entries()) {
      const column = Matrix.columnVector(gradient);
      F.add(column.mmul(column.transpose()).mul((p[k] as number) / COUNT));
    }
    const Q = kronecker(...(bases[last] as [number[], number[]]));
    expect(relativeError(actual[last] as number[], Q.transpose().mmul(F).mmul(Q).diagonal())).toBeLessThan(0.02);
  });
});
