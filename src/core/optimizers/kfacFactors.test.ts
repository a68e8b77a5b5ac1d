import "@tensorflow/tfjs-core/dist/register_all_gradients";
import {
  grads,
  relu,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tensor2d,
  tidy,
} from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { createModel } from "../nn/chain";
import { createConv } from "../nn/conv";
import { createDense } from "../nn/dense";
import type { KroneckerFactors } from "../nn/layer";
import { softmaxCrossEntropy } from "../nn/losses";
import { forEachBackend } from "../testing/forEachBackend";
import { patches, rowsOf, secondMoment } from "../testing/im2col";
import { SMALL_LENET } from "../testing/layerCases";
import { normalTensor, onCpu, read, readEach, relativeError } from "../testing/numeric";
import { convReference, maxPool2Reference, modelReference } from "../testing/reference";

const BATCH = 4;

const readFactors = async ({ inputFactor, outputFactor }: KroneckerFactors) => readEach([inputFactor, outputFactor]);

forEachBackend(() => {
  it.each([true, false])("a dense layer's factors are Σ āāᵀ/N and Σ δδᵀ/N (bias: %s)", async (bias) => {
    const layer = createDense({ name: "dense", inputs: 5, outputs: 3, bias });
    const x = normalTensor<Tensor2D>("x", [BATCH, 5]);
    const dy = normalTensor<Tensor2D>("dy", [BATCH, 3]);
    const [A, G] = await readFactors(
      tidy(() => {
        const { cache } = layer.forward(normalTensor<Tensor2D>("W", layer.weightShape as [number, number]), x);
        return layer.kroneckerFactors?.(cache, dy) as never;
      }),
    );
    const inputs = rowsOf(await read(x), 5).map((row) => (bias ? [...row, 1] : row));
    const deltas = rowsOf(await read(dy), 3).map((row) => row.map((value) => BATCH * value));
    expect(relativeError(A as number[], secondMoment(inputs, 1 / BATCH))).toBeLessThan(1e-6);
    expect(relativeError(G as number[], secondMoment(deltas, 1 / BATCH))).toBeLessThan(1e-6);
  });

  it.each([true, false])(
    "a convolution's factors sum over positions, A per example and G per position (bias: %s)",
    async (bias) => {
      const shape = [BATCH, 6, 5, 2] as const;
      const layer = createConv({ name: "conv", inputShape: [6, 5, 2], outputs: 3, kernel: 3, bias });
      const x = normalTensor<Tensor4D>("x", shape);
      const dy = normalTensor<Tensor4D>("dy", [BATCH, 4, 3, 3]);
      const [A, G] = await readFactors(
        tidy(() => {
          const { cache } = layer.forward(normalTensor<Tensor2D>("W", layer.weightShape as [number, number]), x);
          return layer.kroneckerFactors?.(cache, dy) as never;
        }),
      );
      const deltas = rowsOf(await read(dy), 3).map((row) => row.map((value) => BATCH * value));
      expect(
        relativeError(A as number[], secondMoment(patches(await read(x), shape, 3, bias), 1 / BATCH)),
      ).toBeLessThan(1e-6);
      expect(relativeError(G as number[], secondMoment(deltas, 1 / (BATCH * 4 * 3)))).toBeLessThan(1e-6);
    },
  );

  it("a network's factors take δ before the activation and the pool, in every layer", async () => {
    const { layers, inputShape } = SMALL_LENET;
    const model = createModel(layers, inputShape);
    const params = () =>
      model.parametric.map(({ shape }, i) => normalTensor<Tensor2D>(`W${i}`, shape, 1 / Math.sqrt(shape[1])));
    const x = () => normalTensor<Tensor4D>("images", [BATCH, ...inputShape]);
    const u = () => normalTensor<Tensor2D>("u", [BATCH, 3]);
    const factors = tidy(
      () => model.kroneckerFactors(params(), model.forward(params(), x()), u()) as never,
    ) as KroneckerFactors[];
    expect(factors.map(({ inputFactor }) => inputFactor.shape[0])).toEqual(
      model.parametric.map(({ shape }) => shape[1]),
    );

    /** Output gradients of the first two convolutions, from what follows each, by `tf.grads`. */
    const [first, second] = await onCpu(async () =>
      readEach(
        tidy(() => {
          const [W1, W2, ...rest] = params() as [Tensor2D, Tensor2D, ...Tensor2D[]];
          const pooled = (z: Tensor) => maxPool2Reference(relu(z) as Tensor4D);
          const z1 = convReference(x(), W1, 3, true);
          const z2 = convReference(pooled(z1), W2, 3, true);
          const after2 = (z: Tensor) => modelReference(layers.slice(2), rest, pooled(z));
          const after1 = (z: Tensor) => after2(convReference(pooled(z), W2, 3, true));
          return [grads(after1)([z1], u())[0] as Tensor, grads(after2)([z2], u())[0] as Tensor];
        }),
      ),
    );
    for (const [i, dy] of [first, second].entries()) {
      const positions = [12 * 12, 4 * 4][i] as number;
      const deltas = rowsOf(dy as number[], [3, 4][i] as number).map((row) => row.map((value) => BATCH * value));
      const G = await read((factors[i] as KroneckerFactors).outputFactor);
      expect(relativeError(G, secondMoment(deltas, 1 / (BATCH * positions)))).toBeLessThan(1e-5);
    }
  });

  it("with softmax the last layer's G is the Fisher diag(p) − ppᵀ, from sampled classes", async () => {
    const count = 1000;
    const p = [0.2, 0.3, 0.5];
    const outputs = tensor2d(Array.from({ length: count }, () => p.map(Math.log)));
    const draws = tensor1d(Array.from({ length: count }, (_, i) => (i + 0.5) / count)); // each class p·count times
    const dy = softmaxCrossEntropy.sampledTargetGrad(outputs, draws);
    const layer = createDense({ name: "last", inputs: 1, outputs: 3, bias: false });
    const { cache } = layer.forward(normalTensor("W", [3, 1]), normalTensor("a", [count, 1]));
    const [, G] = await readFactors(layer.kroneckerFactors?.(cache, dy) as KroneckerFactors);
    const fisher = p.flatMap((pi, i) => p.map((pj, j) => (i === j ? pi : 0) - pi * pj));
    expect(relativeError(G as number[], fisher)).toBeLessThan(1e-4);
  });
});
