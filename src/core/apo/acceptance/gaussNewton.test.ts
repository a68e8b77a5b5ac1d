import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { createModel } from "../../nn/chain";
import type { KroneckerFactors } from "../../nn/layer";
import type { LayerSpec } from "../../nn/layerSpec";
import { LOSSES } from "../../nn/losses";
import { kronecker } from "../../testing/dense";
import { forEachBackend } from "../../testing/forEachBackend";
import { normalTensor, read, relativeError } from "../../testing/numeric";

const WIDTHS = [3, 4, 5, 2] as const;
const BIAS = [true, false, true];
const LAYERS = BIAS.map((bias, l): LayerSpec => {
  const [inputs, outputs] = WIDTHS.slice(l, l + 2) as [number, number];
  return { kind: "dense", inputs, outputs, activation: "linear", bias };
});
const OUTPUTS = 2;
const COUNT = 6;
const model = createModel(LAYERS, [WIDTHS[0]]);
const params = () => model.parametric.map(({ shape }, l) => normalTensor<Tensor2D>(`deep${l}`, shape, 0.6));
const input = (count: number) => normalTensor<Tensor2D>(`deep.x${count}`, [count, WIDTHS[0]]);

/** KFAC's G ⊗ A of each layer, [out·in, out·in] for weights row after row, from our passes and this target noise. */
async function kfacBlocks(count: number, noise: () => Tensor2D): Promise<Matrix[]> {
  const factors = tidy(() => {
    const pass = model.forward(params(), input(count));
    const sampled = LOSSES.squaredError.sampledTargetGrad(pass.outputs, noise());
    return model.kroneckerFactors(params(), pass, sampled) as never;
  }) as KroneckerFactors[];
  return Promise.all(
    factors.map(async ({ inputFactor, outputFactor }) => kronecker(await read(outputFactor), await read(inputFactor))),
  );
}

/**
 * E[JᵀJ] of each layer with every example's Jacobian written out in float64: f = W₃(W₂(W₁x̄)‾)‾ moves with the weight
 * (o, i) of layer l by column o of the product of the later weights, times ā_i. Shares nothing with src/core/nn.
 */
async function gaussNewtonBlocks(count: number): Promise<Matrix[]> {
  const weights = await Promise.all(
    params().map(async (W) => Matrix.from1DArray(...(W.shape as [number, number]), await read(W))),
  );
  const X = Matrix.from1DArray(count, WIDTHS[0], await read(input(count)));
  /** W of layer l without its bias column. */
  const linear = (l: number) => {
    const W = weights[l] as Matrix;
    return W.subMatrix(0, W.rows - 1, 0, W.columns - (BIAS[l] ? 2 : 1));
  };
  return weights.map((W, l) => {
    let after = Matrix.eye(OUTPUTS);
    for (let k = WIDTHS.length - 2; k > l; k--) after = after.mmul(linear(k));
    const block = Matrix.zeros(W.rows * W.columns, W.rows * W.columns);
    for (let n = 0; n < count; n++) {
      let a = X.getRow(n);
      for (let k = 0; k < l; k++) a = (weights[k] as Matrix).mmul(Matrix.columnVector(augmented(a, k))).to1DArray();
      const abar = augmented(a, l);
      const J = Matrix.zeros(OUTPUTS, W.rows * W.columns);
      for (let f = 0; f < OUTPUTS; f++)
        for (let o = 0; o < W.rows; o++)
          for (let i = 0; i < W.columns; i++) J.set(f, o * W.columns + i, after.get(f, o) * (abar[i] as number));
      block.add(J.transpose().mmul(J).div(count));
    }
    return block;
  });
}

const augmented = (a: readonly number[], l: number) => (BIAS[l] ? [...a, 1] : [...a]);

forEachBackend(() => {
  it("deep linear net, squared loss: KFAC's block equals the Gauss–Newton block, its sampled targets in expectation", async () => {
    // E[δδᵀ] is W_{>l}ᵀ E[εεᵀ] W_{>l} whatever the input: noise with second moment exactly I gives the expectation itself
    const noise = () => tensor2d(Array.from({ length: COUNT }, (_, n) => (n % 2 ? [0, Math.SQRT2] : [Math.SQRT2, 0])));
    const expected = await gaussNewtonBlocks(COUNT);
    const blocks = await kfacBlocks(COUNT, noise);
    expect(blocks).toHaveLength(3);
    for (const [l, block] of blocks.entries())
      expect(relativeError(block.to1DArray(), expected[l]?.to1DArray() ?? []), `layer ${l}`).toBeLessThan(1e-5);
  });

  it("deep linear net, squared loss: with targets from N(f, I) KFAC's block is off by no more than sampling error", async () => {
    const count = 4000;
    const expected = await gaussNewtonBlocks(count);
    const blocks = await kfacBlocks(count, () => normalTensor("deep.noise", [count, OUTPUTS]));
    for (const [l, block] of blocks.entries()) {
      const error = relativeError(block.to1DArray(), expected[l]?.to1DArray() ?? []);
      // ‖εεᵀ averaged over n draws − I‖ is about √(6/n), against ‖I‖ = √2
      expect(error, `layer ${l}`).toBeLessThan(3 * Math.sqrt(3 / count));
    }
  });
});
