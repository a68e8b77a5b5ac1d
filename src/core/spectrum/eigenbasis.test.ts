import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { learnedFactors } from "../testing/learnedFactors";
import { eigenbasisSpectrum } from "./eigenbasis";

type Layer = ReturnType<typeof learnedFactors>;

const spectrumOfLayer = (layer: Layer): LayerSpectrum =>
  eigenbasisSpectrum({ kind: "eigenbasis", layers: [layer] })[0] as LayerSpectrum;

/** P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ as APO.md writes it, vec stacking the columns of the [out, in] matrix. */
function explicitPreconditioner({ shape: [out, inputs], A, B, S }: Layer): Matrix {
  const kronecker = Matrix.from1DArray(inputs, inputs, A).kroneckerProduct(Matrix.from1DArray(out, out, B));
  const stacked = Matrix.from1DArray(out, inputs, S).transpose().to1DArray();
  const N = kronecker.mmul(Matrix.diag(stacked));
  return N.mmul(N.transpose());
}

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖². */
function traceOf({ shape: [out, inputs], A, B, S }: Layer): number {
  const columnNorms = (X: Float32Array, n: number) => {
    const norms = new Float64Array(n);
    X.forEach((x, k) => {
      norms[k % n] = (norms[k % n] as number) + x * x;
    });
    return norms;
  };
  const a = columnNorms(A, inputs);
  const b = columnNorms(B, out);
  return S.reduce((sum, s, k) => sum + s * s * (a[k % inputs] as number) * (b[Math.floor(k / inputs)] as number), 0);
}

/** The layer with identities in place of the factors that are not learned. */
const completed = (layer: Layer): Layer => {
  const identity = (n: number) => Float32Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));
  const [out, inputs] = layer.shape;
  return {
    ...layer,
    A: layer.A.length > 0 ? layer.A : identity(inputs),
    B: layer.B.length > 0 ? layer.B : identity(out),
  };
};

describe("the spectrum of APO-P where a factor is not learned", () => {
  const NONE = new Float32Array(0);

  it.each([
    ["A", { A: NONE }],
    ["B", { B: NONE }],
    ["A and B", { A: NONE, B: NONE }],
  ])("is that of the identity for %s, in a small layer and by probes", (_, missing) => {
    for (const [out, inputs] of [
      [6, 9],
      [24, 31],
    ] as const) {
      // biome-ignore format: one line
      const layer = { ...learnedFactors(out, inputs, 1), ...missing };
      const [own, whole] = [spectrumOfLayer(layer), spectrumOfLayer(completed(layer))];
      const last = (values: readonly number[]) => values.at(-1) as number;
      expect(own.dimension).toBe(out * inputs);
      expect(last(own.eigenvalues) / last(whole.eigenvalues)).toBeCloseTo(1, 2);
      const mean = ({ eigenvalues, weights }: LayerSpectrum) =>
        eigenvalues.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
      expect(mean(own) * own.dimension).toBeCloseTo(traceOf(completed(layer)), out * inputs > 512 ? -1 : 3);
    }
  });
});

describe("the spectrum of APO-P", () => {
  it.each([
    [1, 3],
    [6, 9],
    [10, 7],
  ])("is exact for a layer of %i by %i: ml-matrix on P formed by Kronecker products agrees", (out, inputs) => {
    const layer = learnedFactors(out, inputs, 1);
    const { method, dimension, eigenvalues, weights, standardError } = spectrumOfLayer(layer);
    expect(standardError).toBeUndefined();
    const expected = new EigenvalueDecomposition(explicitPreconditioner(layer), { assumeSymmetric: true })
      .realEigenvalues;
    expect(method).toBe("dense");
    expect(dimension).toBe(out * inputs);
    const largest = expected[expected.length - 1] as number;
    eigenvalues.forEach((value, i) => {
      expect(value / largest).toBeCloseTo((expected[i] as number) / largest, 12);
      expect(weights[i]).toBe(1 / dimension);
    });
  });

  it("is η₀ everywhere at the start, where A = B = I and S = √η₀, dense or estimated", () => {
    for (const [out, inputs] of [
      [4, 5],
      [30, 40],
    ] as const) {
      const identity = (n: number) => Float32Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
      const S = new Float32Array(out * inputs).fill(0.125);
      const spectrum = spectrumOfLayer({ name: "l", shape: [out, inputs], A: identity(inputs), B: identity(out), S });
      for (const value of spectrum.eigenvalues) expect(value).toBeCloseTo(0.125 ** 2, 14);
    }
  });

  it("is never negative, and exactly 0 where S is 0", () => {
    const layer = learnedFactors(6, 9, 2);
    layer.S.fill(0, 0, 20);
    const { eigenvalues } = spectrumOfLayer(layer);
    expect(Math.min(...eigenvalues)).toBe(0);
    expect(eigenvalues.filter((value) => value < 1e-15)).toHaveLength(20);
  });

  it("of the largest LeNet layer comes from two probes in smaller spaces, with its trace to 1%", () => {
    const layer = learnedFactors(120, 401, 4);
    const { eigenvalues, weights, dimension, standardError } = spectrumOfLayer(layer);
    expect(eigenvalues).toHaveLength(2 * (2 * 6 + 1));
    expect(standardError).toBeGreaterThan(0);
    expect(standardError).toBeLessThan(0.03);
    const trace = eigenvalues.reduce((sum, value, i) => sum + value * (weights[i] as number), 0) * dimension;
    expect(Math.abs(trace / traceOf(layer) - 1)).toBeLessThan(0.01);
  });

  it("is the same each time", () => {
    const layer = learnedFactors(20, 40, 7);
    expect(spectrumOfLayer(layer)).toEqual(spectrumOfLayer(layer));
  });

  it.each([0, 1e-14])("is estimated without an inverse where P is singular: an S of 62 times %f", (s) => {
    const layer = learnedFactors(20, 31, 5);
    layer.S.fill(s, 0, 62);
    const { method, eigenvalues, weights, dimension } = spectrumOfLayer(layer);
    expect(method).toBe("quadrature");
    expect(eigenvalues).toHaveLength(8 * 30); // probes × Lanczos steps
    expect(eigenvalues[0]).toBeLessThan(1e-4);
    const trace = eigenvalues.reduce((sum, value, i) => sum + value * (weights[i] as number), 0) * dimension;
    expect(Math.abs(trace / traceOf(layer) - 1)).toBeLessThan(0.03);
  });

  it.each([
    [3, 4],
    [30, 40],
  ])("names the layer that is not finite, %i by %i", (out, inputs) => {
    for (const factor of ["A", "B", "S"] as const) {
      const layer = { ...learnedFactors(out, inputs, 6), name: "conv2" };
      layer[factor][1] = Number.NaN;
      expect(() => spectrumOfLayer(layer)).toThrow(/^In convolution 2: .*NaN/);
    }
  });
});
