import { type Tensor, type Tensor2D, type Tensor4D, tensor1d, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { activate, activationGrad } from "../../kernels/activation";
import {
  bernoulliCrossEntropy,
  bernoulliDivergenceFromNew,
  bernoulliDivergenceFromOld,
} from "../../kernels/bernoulliLosses";
import { convInputFactor } from "../../kernels/convFactor";
import { convForward, convInputGrad, convWeightGrad } from "../../kernels/convLayer";
import { denseBackward, denseForward, denseInputGrad, denseWeightGrad } from "../../kernels/dense";
import { filled } from "../../kernels/filled";
import {
  meanHalfSquaredDistance,
  meanSoftmaxCrossEntropy,
  softmaxDivergenceFromNew,
  softmaxDivergenceFromOld,
} from "../../kernels/losses";
import { matMulTransposedA, matMulTransposedB, product } from "../../kernels/matMul";
import { maxPool, maxPoolBackward, maxPoolGrad } from "../../kernels/maxPool";
import { expectComposition } from "../expectComposition";
import { normalTensor, readEach } from "../numeric";
import { testFusedLists } from "./fusedListTests";
import { testFusedNorms } from "./fusedNormTests";
import { testFusedSequences } from "./fusedSequenceTests";
import { testPlacedConvolutions } from "./placedConvTests";

/** Sizes of a batch, of inputs and of outputs: one, below, at and above the widths of a register block. */
const DENSE_SIZES = [
  [1, 1, 1],
  [3, 2, 5],
  [4, 8, 8],
  [6, 13, 9],
  [64, 2, 64],
  [5, 67, 33],
] as const;

const CONV_SIZES = [
  { count: 1, height: 3, width: 3, channels: 1, kernel: 3, outputs: 1 },
  { count: 2, height: 7, width: 9, channels: 3, kernel: 5, outputs: 6 },
  { count: 3, height: 6, width: 5, channels: 1, kernel: 2, outputs: 17 },
  { count: 2, height: 4, width: 8, channels: 10, kernel: 1, outputs: 8 },
  // 432 positions: their sums are taken in parts on WebGPU
  { count: 3, height: 14, width: 14, channels: 2, kernel: 3, outputs: 3 },
];

const SOFTMAX = new Set([softmaxDivergenceFromOld, softmaxDivergenceFromNew]);
const DIVERGENCES = [...SOFTMAX, bernoulliDivergenceFromOld, bernoulliDivergenceFromNew];

/** Tests that every fused kernel of the active backend gives what the composition it replaces gives on the cpu backend. */
export function testFusedKernels(): void {
  it.each(DENSE_SIZES)("passes a dense layer forward and back: batch %i, %i to %i", async (count, inputs, outputs) => {
    for (const bias of [true, false]) {
      const shape = { inputs, outputs, bias };
      const x = () => normalTensor<Tensor2D>("fused.x", [count, inputs]);
      const weights = () => normalTensor<Tensor2D>("fused.W", [outputs, inputs + Number(bias)]);
      const dy = () => normalTensor<Tensor2D>("fused.dy", [count, outputs]);
      await expectComposition(() => [
        denseForward(x(), weights(), shape),
        denseInputGrad(weights(), dy(), shape),
        denseWeightGrad(x(), dy(), shape),
      ]);
    }
  });

  it("takes a weight gradient large enough for tiles in the workgroup memory of WebGPU", async () => {
    const shape = { inputs: 511, outputs: 520, bias: true };
    const x = () => normalTensor<Tensor2D>("fused.x", [18, 511]);
    const dy = () => normalTensor<Tensor2D>("fused.dy", [18, 520]);
    await expectComposition(() => [denseWeightGrad(x(), dy(), shape)]);
  });

  it.each(CONV_SIZES)("passes a convolution forward and back: %o", async (size) => {
    const { count, height, width, channels, kernel, outputs } = size;
    for (const bias of [true, false]) {
      const shape = { ...size, bias };
      const x = () => normalTensor<Tensor4D>("fused.x", [count, height, width, channels]);
      const weights = () => normalTensor<Tensor2D>("fused.W", [outputs, kernel * kernel * channels + Number(bias)]);
      const dy = () => normalTensor<Tensor4D>("fused.dy", [count, height - kernel + 1, width - kernel + 1, outputs]);
      await expectComposition(() => [
        convForward(x(), weights(), shape),
        convInputGrad(weights(), dy(), shape),
        convWeightGrad(x(), dy(), shape),
        convInputFactor(x(), shape),
      ]);
    }
  });

  it.each(["tanh", "relu"] as const)("passes a dense layer and a pool forward and back with their %s", async (kind) => {
    const shape = { inputs: 7, outputs: 18, bias: true };
    const x = () => normalTensor<Tensor2D>("fused.x", [5, 7]);
    const weights = () => normalTensor<Tensor2D>("fused.W", [18, 8], 0.3);
    const outputGrad = () => normalTensor<Tensor2D>("fused.dy", [5, 18]);
    const images = () => normalTensor<Tensor4D>("fused.images", [2, 5, 7, 3]);
    const pooledGrad = () => normalTensor<Tensor4D>("fused.pooled", [2, 2, 3, 3]);
    await expectComposition(() => {
      const output = denseForward(x(), weights(), shape, kind);
      const pass = { x: x(), weights: weights(), output, outputGrad: outputGrad() };
      const both = denseBackward(pass, shape, kind, { input: true, weights: true });
      const pooled = maxPool(images(), 2, kind);
      return [
        output,
        both.inputGrad as Tensor,
        both.weightGrad as Tensor,
        pooled.output,
        maxPoolBackward({ ...pooled, input: images(), outputGrad: pooledGrad() }, 2, kind),
      ];
    });
  });

  it("takes the gradient of a max-pool, also with rows and columns that fill no window", async () => {
    for (const [height, width, channels, size] of [
      [4, 4, 1, 2],
      [5, 7, 6, 2],
      [9, 10, 9, 3],
    ] as const) {
      const x = () => normalTensor<Tensor4D>("fused.x", [2, height, width, channels]);
      const dy = () =>
        normalTensor<Tensor4D>("fused.dy", [2, Math.floor(height / size), Math.floor(width / size), channels]);
      await expectComposition(() => [maxPoolGrad(dy(), x(), maxPool(x(), size, "linear").output, size)], 0);
    }
  });

  it.each(["tanh", "relu"] as const)("applies %s and its gradient to any number of values", async (kind) => {
    for (const size of [1, 4, 7, 130]) {
      const x = () => normalTensor("fused.x", [size], 2);
      const dy = () => normalTensor("fused.dy", [size]);
      await expectComposition(() => [activate(kind, x()), activationGrad(kind, activate(kind, x()), dy())]);
    }
  });

  it("has the values that are put into it, each in its place", async () => {
    for (const shape of [[1], [7, 5], [2, 3, 4, 3]])
      await expectComposition(() => [
        filled(shape, (values) => {
          for (let i = 0; i < values.length; i++) values[i] = Math.fround(i / 7);
        }),
      ]);
  });

  it("measures every loss and divergence with its gradient, also of outputs far apart", async () => {
    for (const [count, outputs, scale] of [
      [1, 1, 1],
      [5, 3, 1],
      [64, 10, 30],
      // more terms than one workgroup of WebGPU adds up
      [420, 10, 1],
    ] as const) {
      const f = () => normalTensor<Tensor2D>("fused.f", [count, outputs], scale);
      const t = () => normalTensor<Tensor2D>("fused.t", [count, outputs]);
      const classes = () => tensor2d(oneHot(count, outputs), [count, outputs]);
      const listOf = ({ value, grad }: { value: Tensor; grad: Tensor }) => [value, grad];
      // of one class the divergence is 0
      for (const mean of [meanHalfSquaredDistance, bernoulliCrossEntropy])
        await expectComposition(() => listOf(mean(f(), t())));
      // a divergence is a difference of larger numbers, in which every backend rounds in its own way; of one class it is 0
      for (const divergence of DIVERGENCES)
        if (outputs > 1 || !SOFTMAX.has(divergence)) await expectComposition(() => listOf(divergence(f(), t())), 1e-4);
      // of one class the loss is 0
      if (outputs > 1) await expectComposition(() => listOf(meanSoftmaxCrossEntropy(f(), classes())));
    }
  });

  it("multiplies matrices, either of them transposed", async () => {
    const make = (name: string, shape: [number, number]) => normalTensor<Tensor2D>(`fused.${name}`, shape);
    for (const [rows, columns, depth] of [
      [1, 1, 1],
      [5, 9, 13],
      [16, 24, 4],
      // on WebGPU by a kernel of ours, in blocks of 2 by 2 and of 4 by 4
      [127, 130, 11],
      [181, 183, 40],
    ] as const)
      await expectComposition(() => [
        product(make("a", [rows, depth]), make("b", [depth, columns])),
        matMulTransposedB(make("a", [rows, depth]), make("b", [columns, depth])),
        matMulTransposedA(make("a", [depth, rows]), make("b", [depth, columns])),
      ]);
    tidy(() => {
      expect(() => product(make("a", [2, 3]), make("b", [2, 3]))).toThrow();
    });
  });

  testPlacedConvolutions();
  testFusedLists();
  testFusedNorms();
  testFusedSequences();
}

/** Test of our own tanh; WGSL promises less of its own. */
export function testTanh(): void {
  it("has a tanh within 1e-7 of float64's, from the smallest to the largest numbers, and keeps NaN", async () => {
    const magnitudes = Array.from({ length: 20_000 }, (_, i) => 10 ** (-6 + (i / 20_000) * 7.5));
    const values = Float32Array.from([0, Number.POSITIVE_INFINITY, 1e-40, ...magnitudes, 3e38]);
    const both = Float32Array.from([...values, ...values.map((value) => -value)]);
    const [actual] = await readEach([tidy(() => activate("tanh", tensor1d(both)))]);
    let worst = 0;
    for (const [i, x] of both.entries())
      if (x !== 0) worst = Math.max(worst, Math.abs((actual?.[i] as number) / Math.tanh(x) - 1));
    // half a unit of the last place of float32 is 6e-8; of 1e-40, a subnormal, the unit is 1.4e-45
    expect(worst).toBeLessThan(1e-7);
    expect(await readEach([tidy(() => activate("tanh", tensor1d([Number.NaN, 1])))])).toEqual([
      [Number.NaN, Math.fround(Math.tanh(1))],
    ]);
  });
}

/** Rows with a 1 at class row mod classes. */
const oneHot = (count: number, classes: number): number[] =>
  Array.from({ length: count * classes }, (_, i) => Number(i % classes === Math.floor(i / classes) % classes));
