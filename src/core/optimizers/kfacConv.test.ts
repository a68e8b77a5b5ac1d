import "@tensorflow/tfjs-core/dist/register_all_gradients";
import {
  grads,
  relu,
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tensor2d,
  tidy,
} from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { createModel } from "../nn/chain";
import { LOSSES } from "../nn/losses";
import { kronecker, solveShifted } from "../testing/dense";
import { forEachBackend } from "../testing/forEachBackend";
import { patches, rowsOf, secondMoment } from "../testing/im2col";
import { normalTensor, onCpu, read, readEach, relativeError } from "../testing/numeric";
import { convReference, denseReference, lossReference, maxPool2Reference } from "../testing/reference";
import { kfac } from "./kfac";
import type { Batch } from "./optimizer";

const COUNT = 6;
const CLASSES = [0, 1, 2, 0, 1, 2];
/** 6×5×2 images, a 3×3 kernel to 4×3×3, ReLU, a 2×2 pool to 2×1×3, and 3 classes. */
const model = createModel(
  [
    { kind: "conv", channels: 2, outputs: 3, kernel: 3, activation: "relu", pool: 2 },
    { kind: "dense", inputs: 6, outputs: 3, activation: "linear", bias: true },
  ],
  [6, 5, 2],
);
const params = (): [Tensor2D, Tensor2D] => [
  normalTensor<Tensor2D>("kfacConv.W1", [3, 19], 0.4),
  normalTensor<Tensor2D>("kfacConv.W2", [3, 7], 0.6),
];
const images = () => normalTensor<Tensor4D>("kfacConv.x", [COUNT, 6, 5, 2]);
const targets = () => tensor2d(CLASSES.map((label) => [0, 1, 2].map((c) => (c === label ? 1 : 0))));
const batch = (): Batch => ({
  input: images(),
  target: targets(),
  noise: () => tensor1d([0.1, 0.5, 0.9, 0.3, 0.7, 0.2]),
});
const noFsdBatch = () => {
  throw new Error("KFAC has no B′.");
};

/** Factors and gradients of both layers with im2col, `tf.grads` and the sampled class written out. */
async function reference() {
  const convOutput = (W: Tensor2D) => convReference(images(), W, 3, true);
  const afterConv = (z: Tensor) => reshape(maxPool2Reference(relu(z) as Tensor4D), [COUNT, 6]) as Tensor2D;
  const outputs = await readEach(
    tidy(() => {
      const hidden = afterConv(convOutput(params()[0]));
      return [hidden, denseReference(hidden, params()[1], true)];
    }),
  );
  const draws = await read(batch().noise());
  const deltas = rowsOf(outputs[1] as number[], 3).map((f, n) => {
    const exponentials = f.map(Math.exp);
    const total = exponentials.reduce((sum, e) => sum + e, 0);
    const p = exponentials.map((e) => e / total);
    let sampled = 0;
    for (let upTo = p[0] as number; sampled < 2 && upTo < (draws[n] as number); ) upTo += p[++sampled] as number;
    return p.map((value, c) => value - (c === sampled ? 1 : 0));
  });
  const [convDelta, ...gradients] = await readEach(
    tidy(() => {
      const logits = (z: Tensor) => denseReference(afterConv(z), params()[1], true);
      const loss = (W1: Tensor, W2: Tensor) =>
        lossReference.softmaxCrossEntropy(
          denseReference(afterConv(convOutput(W1 as Tensor2D)), W2 as Tensor2D, true),
          targets(),
        );
      return [...grads(logits)([convOutput(params()[0])], tensor2d(deltas)), ...grads(loss)(params())];
    }),
  );
  const hidden = rowsOf(outputs[0] as number[], 6).map((row) => [...row, 1]);
  return {
    gradients: gradients as number[][],
    factors: [
      {
        A: secondMoment(patches(await read(images()), [COUNT, 6, 5, 2], 3, true), 1 / COUNT),
        G: secondMoment(rowsOf(convDelta as number[], 3), 1 / (COUNT * 4 * 3)),
      },
      { A: secondMoment(hidden, 1 / COUNT), G: secondMoment(deltas, 1 / COUNT) },
    ],
  };
}

const meanTraceOf = (M: readonly number[], n: number) =>
  M.reduce((sum, x, k) => (k % (n + 1) === 0 ? sum + x / n : sum), 0);
const plusDiagonal = (M: readonly number[], n: number, shift: number) =>
  M.map((x, k) => (k % (n + 1) === 0 ? x + shift : x));

forEachBackend(() => {
  it.each(["pi", "tikhonov"] as const)(
    "a KFAC step on a convolution, ReLU, pool and dense layer is that of dense inverses over im2col's factors: %s",
    async (dampingForm) => {
      const damping = 0.02;
      const hyperparams = {
        ...hyperparamDefaults("kfac"),
        ...{ learningRate: 0.1, momentum: 0, klClip: 1e9, damping, dampingForm, steps: 1 },
      };
      const optimizer = kfac({ model, loss: LOSSES.softmaxCrossEntropy });
      const start = optimizer.init(params(), hyperparams);
      const result = await optimizer.step(params(), start, batch(), noFsdBatch, hyperparams);
      const [before, after] = [await readEach(params()), await readEach(result.params)];
      const { factors, gradients } = await onCpu(reference);
      for (const [l, { A, G }] of factors.entries()) {
        const [out, inputs] = [Math.sqrt(G.length), Math.sqrt(A.length)];
        const pi = Math.sqrt(meanTraceOf(A, inputs) / meanTraceOf(G, out));
        const expected =
          dampingForm === "tikhonov"
            ? solveShifted(kronecker(G, A), damping, gradients[l] as number[])
            : solveShifted(
                kronecker(
                  plusDiagonal(G, out, Math.sqrt(damping) / pi),
                  plusDiagonal(A, inputs, Math.sqrt(damping) * pi),
                ),
                0,
                gradients[l] as number[],
              );
        const step = (before[l] as number[]).map((value, k) => (value - (after[l]?.[k] as number)) / 0.1);
        expect(relativeError(step, expected)).toBeLessThan(1e-4);
      }
    },
  );
});
