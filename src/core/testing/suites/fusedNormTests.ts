import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import { it } from "vitest";
import { normBackward, normForward, normTangent } from "../../kernels/graph/batchNorm";
import { globalAvgPool, globalAvgPoolGrad } from "../../kernels/graph/globalAvgPool";
import { activatedSum } from "../../kernels/graph/sum";
import { expectComposition } from "../expectComposition";
import { normalTensor } from "../numeric";

/** Rows below, at and above what is summed at once, and channels below, at and above a register. Of two rows every gradient is 0. */
const NORM_SIZES = [
  [3, 1],
  [7, 3],
  [64, 4],
  [130, 8],
  [65, 13],
  [1000, 22],
  // rows enough to be cut into parts on WebGPU
  [2100, 40],
] as const;

/** Tests that batch norms, sums and global average pools on the active backend give what their composition gives on the cpu backend. */
export function testFusedNorms(): void {
  it.each(NORM_SIZES)("normalises a batch of %i rows of %i channels, and back", async (rows, channels) => {
    const make = (name: string, deviation = 1) => normalTensor<Tensor2D>(`norm.${name}`, [rows, channels], deviation);
    const weights = () => normalTensor<Tensor2D>("norm.w", [channels, 2]);
    const along = () => normalTensor<Tensor2D>("norm.dw", [channels, 2]);
    // every activation where channels are left over; on WebGPU each is a program for each width
    for (const activation of channels === 13 ? (["linear", "relu", "tanh"] as const) : (["relu"] as const))
      await expectComposition(() => {
        const pass = normForward(make("x", 3), weights(), 1e-5, activation);
        const { output, mean, variance, inverseDeviation } = pass;
        const { inputGrad, weightGrad } = normBackward(pass, weights(), make("dy"), activation, { input: true });
        const alone = normBackward(pass, weights(), make("dy"), activation, { input: false });
        const tangent = (input: Tensor2D | null, ofWeights: Tensor2D | null) =>
          normTangent(pass, weights(), { input, weights: ofWeights }, activation);
        return [
          ...[output, mean, variance, inverseDeviation, inputGrad as Tensor, weightGrad, alone.weightGrad],
          ...[tangent(make("dx"), along()), tangent(make("dx"), null), tangent(null, along())],
        ];
      }, 3e-6);
  });

  it("pools all positions, and spreads the gradient over them", async () => {
    for (const [count, positions, channels] of [
      [1, 1, 1],
      [3, 16, 8],
      [2, 70, 5],
    ] as const)
      await expectComposition(() => [
        globalAvgPool(normalTensor<Tensor3D>("pool.x", [count, positions, channels])),
        globalAvgPoolGrad(normalTensor<Tensor2D>("pool.dy", [count, channels]), positions),
      ]);
  });

  it.each(["linear", "relu", "tanh"] as const)("adds two values and takes the %s of the sum", async (activation) => {
    for (const size of [1, 7, 130])
      await expectComposition(() => [
        activatedSum(normalTensor("sum.a", [size]), normalTensor("sum.b", [size]), activation),
      ]);
  });
}
