import { type Tensor2D, type Tensor4D, tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { placedPasses } from "../kernels/placed/placedConv";
import { createConv } from "../nn/conv";
import type { KroneckerFactors } from "../nn/layer";
import { forEachBackend } from "../testing/forEachBackend";
import { patches, rowsOf, secondMoment } from "../testing/im2col";
import { normalTensor, read, readEach, relativeError } from "../testing/numeric";

const BATCH = 4;
const CHANNELS = 2;
const OUTPUTS = 3;

/** Kernel, stride, padding, sides of the images, and places of the kernel, counted by hand. */
const CASES = [
  { kernel: 3, stride: 1, padding: 1, sides: [5, 4], places: [5, 4] },
  { kernel: 3, stride: 2, padding: 1, sides: [6, 5], places: [3, 3] },
  { kernel: 5, stride: 2, padding: 2, sides: [7, 8], places: [4, 4] },
  { kernel: 11, stride: 4, padding: 5, sides: [9, 8], places: [3, 2] },
  { kernel: 1, stride: 2, padding: 0, sides: [5, 4], places: [3, 2] },
  { kernel: 1, stride: 1, padding: 1, sides: [2, 3], places: [4, 5] },
] as const;

forEachBackend(() => {
  it.each(CASES.flatMap((one) => [true, false].map((bias) => ({ ...one, bias }))))(
    "a $kernel×$kernel convolution with stride $stride and padding $padding has the factors of its patches (bias: $bias)",
    async ({ kernel, stride, padding, sides: [height, width], places: [rows, columns], bias }) => {
      const shape = [BATCH, height, width, CHANNELS] as const;
      const inputShape = [height, width, CHANNELS] as const;
      const layer = createConv(
        { name: "conv", inputShape, outputs: OUTPUTS, kernel, bias },
        placedPasses(stride, padding),
      );
      expect(layer.outputShape).toEqual([rows, columns, OUTPUTS]);
      const weights = () => normalTensor<Tensor2D>("W", layer.weightShape as [number, number]);
      const x = () => normalTensor<Tensor4D>("x", shape);
      const dy = () => normalTensor<Tensor4D>("dy", [BATCH, rows, columns, OUTPUTS]);
      const factors = (hasInputScale: boolean) =>
        tidy(() => layer.kroneckerFactors?.(layer.forward(weights(), x()).cache, dy(), hasInputScale) as never);
      const { inputFactor, outputFactor } = factors(false) as KroneckerFactors;
      const [A, G] = await readEach([inputFactor, outputFactor]);
      const seen = patches(await read(x()), shape, kernel, bias, { stride, padding });
      expect(seen).toHaveLength(BATCH * rows * columns);
      const expected = secondMoment(seen, 1 / BATCH);
      expect(relativeError(A as number[], expected)).toBeLessThan(1e-6);
      const deltas = rowsOf(await read(dy()), OUTPUTS).map((row) => row.map((value) => BATCH * value));
      const ofOutputs = secondMoment(deltas, 1 / (BATCH * rows * columns));
      expect(relativeError(G as number[], ofOutputs)).toBeLessThan(1e-6);

      const size = seen[0]?.length ?? 0;
      const trace = expected.reduce((sum, value, at) => sum + (at % (size + 1) === 0 ? value : 0), 0);
      const [scale] = await readEach([(factors(true) as KroneckerFactors).inputFactor]);
      expect(scale).toHaveLength(1);
      expect(relativeError(scale as number[], [trace / size])).toBeLessThan(1e-5);
    },
  );

  it("sums an example's gradient over the places before it is squared, as EKFAC's scaling wants it", async () => {
    const { kernel, stride, padding } = CASES[1];
    const inputShape = [6, 5, CHANNELS] as const;
    const layer = createConv(
      { name: "conv", inputShape, outputs: OUTPUTS, kernel, bias: true },
      placedPasses(stride, padding),
    );
    const [, columns] = layer.weightShape as [number, number];
    const x = () => normalTensor<Tensor4D>("x", [BATCH, ...inputShape]);
    const dy = () => normalTensor<Tensor4D>("dy", [BATCH, 3, 3, OUTPUTS]);
    const one = (n: number, name: string) => normalTensor<Tensor2D>(name, [n, n]);
    const squares = await read(
      tidy(() => {
        const { cache } = layer.forward(normalTensor<Tensor2D>("W", [OUTPUTS, columns]), x());
        const basis = { inputBasis: one(columns, "QA"), outputBasis: one(OUTPUTS, "QG") };
        return layer.projectedSquares?.(cache, dy(), basis) as Tensor2D;
      }),
    );
    const [QA, QG] = [rowsOf(await read(one(columns, "QA")), columns), rowsOf(await read(one(OUTPUTS, "QG")), OUTPUTS)];
    const seen = patches(await read(x()), [BATCH, ...inputShape], kernel, true, { stride, padding });
    const deltas = rowsOf(await read(dy()), OUTPUTS);
    const expected = new Array<number>(OUTPUTS * columns).fill(0);
    for (let n = 0; n < BATCH; n++)
      for (let o = 0; o < OUTPUTS; o++)
        for (let i = 0; i < columns; i++) {
          let projected = 0;
          for (let place = 9 * n; place < 9 * (n + 1); place++) {
            const along = (values: number[], Q: number[][], k: number) =>
              values.reduce((sum, value, j) => sum + value * ((Q[j] as number[])[k] as number), 0);
            projected += along(deltas[place] as number[], QG, o) * along(seen[place] as number[], QA, i);
          }
          // Σ/N of the squares of N·∇_n
          expected[o * columns + i] = (expected[o * columns + i] as number) + BATCH * projected ** 2;
        }
    expect(relativeError(squares, expected)).toBeLessThan(1e-5);
  });
});
