import { type Tensor, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { it } from "vitest";
import { attend, attendBackward, attendTangent } from "../../kernels/graph/attention";
import { embed, embedGrad } from "../../kernels/graph/embedding";
import { rowNormBackward, rowNormForward, rowNormTangent } from "../../kernels/graph/layerNorm";
import { meanTokenCrossEntropy, tokenDivergenceFromNew, tokenDivergenceFromOld } from "../../kernels/graph/tokenLoss";
import { expectComposition } from "../expectComposition";
import { normalTensor } from "../numeric";

/** Tokens [count, length] below a vocabulary, 0 (padding) behind so many of each row. */
const tokensOf = (count: number, length: number, vocabulary: number): Tensor2D =>
  tensor2d(
    Float32Array.from({ length: count * length }, (_, at) => {
      const [row, place] = [Math.floor(at / length), at % length];
      return place > 0 && place > (row * 2 + 1) % length ? 0 : 1 + ((7 * at + 3 * row) % (vocabulary - 1));
    }),
    [count, length],
  );

/** One head and several, queries of another number than keys, shares below, at and above a register. */
const ATTENTION_SIZES = [
  { count: 1, heads: 1, queries: 1, keys: 1, share: 1, causal: false },
  { count: 3, heads: 2, queries: 5, keys: 5, share: 4, causal: true },
  { count: 2, heads: 3, queries: 4, keys: 7, share: 6, causal: false },
  { count: 2, heads: 4, queries: 17, keys: 17, share: 16, causal: true },
];

/** Tests that what a Transformer is made of gives on the active backend what its composition gives on the cpu backend. */
export function testFusedSequences(): void {
  it.each(ATTENTION_SIZES)("attends within heads, and back: %o", async ({ count, share, ...size }) => {
    const { heads, queries, keys } = size;
    const make = (name: string, rows: number) =>
      normalTensor<Tensor2D>(`attention.${name}`, [count * rows, heads * share]);
    const shape = { ...size, padding: 0 };
    await expectComposition(() => {
      const projected = { q: make("q", queries), k: make("k", keys), v: make("v", keys) };
      const { weights, context } = attend(projected, tokensOf(count, keys, 9), shape);
      const pass = { ...projected, weights };
      const { dq, dk, dv } = attendBackward(pass, make("dc", queries), shape);
      const tangents = { dq: make("dq", queries), dk: make("dk", keys), dv: make("dv", keys) };
      // of one key the weight is 1 and nothing moves it
      const moved = keys > 1 ? [dq, dk] : [];
      return [weights, context, ...moved, dv, attendTangent(pass, tangents, shape)];
    }, 2e-6);
  });

  it.each([
    [1, 1, 1],
    [5, 7, 3],
    [9, 12, 8],
    [130, 5, 64],
  ])(
    "looks up %i sequences of %i tokens in a table of width %i, and adds up the gradients",
    async (count, length, width) => {
      const vocabulary = 11;
      const table = () => normalTensor<Tensor2D>("embed.table", [width, vocabulary]);
      const positions = (places: number) => normalTensor<Tensor2D>("embed.positions", [width, places]);
      const dy = () => normalTensor<Tensor2D>("embed.dy", [count * length, width]);
      const shape = { length, width, vocabulary, scale: 1.7 };
      await expectComposition(() => {
        const tokens = tokensOf(count, length, vocabulary);
        return [
          embed(tokens, table(), positions(length), shape),
          embed(tokens, table(), null, shape),
          embed(tokens, null, positions(length + 2), shape),
          ...[0, length, length + 2].flatMap((places) => embedGrad(tokens, dy(), places, shape)),
        ];
      });
    },
  );

  it.each([
    [1, 2],
    [7, 5],
    [64, 8],
    [300, 64],
  ])("normalises %i rows of %i values, and back", async (rows, width) => {
    const make = (name: string, deviation = 1) => normalTensor<Tensor2D>(`rows.${name}`, [rows, width], deviation);
    const weights = () => normalTensor<Tensor2D>("rows.w", [width, 2]);
    const along = () => normalTensor<Tensor2D>("rows.dw", [width, 2]);
    await expectComposition(() => {
      const pass = rowNormForward(make("x", 3), weights(), 1e-5);
      const { output, mean, inverseDeviation } = pass;
      const { inputGrad, weightGrad } = rowNormBackward(pass, weights(), make("dy"), { input: true });
      const alone = rowNormBackward(pass, weights(), make("dy"), { input: false });
      const tangent = (input: Tensor2D | null, ofWeights: Tensor2D | null) =>
        rowNormTangent(pass, weights(), { input, weights: ofWeights });
      const both = [tangent(make("dx"), along()), tangent(null, along())];
      // of two values every gradient and tangent of the rows is 0 but for rounding
      const ofRows = width > 2 ? [inputGrad as Tensor, tangent(make("dx"), null)] : [];
      return [output, mean, inverseDeviation, weightGrad, alone.weightGrad, ...both, ...ofRows];
    }, 3e-6);
  });

  it("measures the losses of tokens with their gradients, padding left out, also of outputs far apart", async () => {
    for (const [rows, vocabulary, scale] of [
      [1, 2, 1],
      [12, 7, 1],
      [40, 34, 30],
    ] as const) {
      const f = () => normalTensor<Tensor2D>("tokens.f", [rows, vocabulary], scale);
      const g = () => normalTensor<Tensor2D>("tokens.g", [rows, vocabulary], scale);
      const shares = () =>
        tensor2d(
          Float32Array.from({ length: rows }, (_, row) => (row % 3 === 1 ? 0 : 1 / rows)),
          [rows, 1],
        );
      const tokens = () => tokensOf(rows, 1, vocabulary);
      await expectComposition(() => {
        const { value, grad } = meanTokenCrossEntropy(f(), tokens(), shares());
        return [value, grad];
      });
      // a divergence is a difference of larger numbers, in which every backend rounds in its own way
      for (const divergence of [tokenDivergenceFromOld, tokenDivergenceFromNew])
        await expectComposition(() => {
          const { value, grad } = divergence(f(), g(), shares());
          return [value, grad];
        }, 1e-4);
    }
  });
}
