import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { learnedFactors } from "../testing/learnedFactors";
import { randomPsd, randomValues } from "../testing/matrices";
import { spectrumOf } from "./spectrum";

describe("the spectrum of SGD", () => {
  it("is one value of weight 1 in every layer, its η", () => {
    const layers = [
      { name: "conv1", shape: [6, 76] as [number, number], learningRate: 0.02 },
      { name: "dense1", shape: [10, 85] as [number, number], learningRate: 0.03 },
    ];
    expect(spectrumOf({ kind: "scalar", layers })).toEqual([
      { name: "conv1", method: "exact", eigenvalues: [0.02], weights: [1], dimension: 456 },
      { name: "dense1", method: "exact", eigenvalues: [0.03], weights: [1], dimension: 850 },
    ]);
  });
});

describe("the spectrum of Adam", () => {
  it("is its diagonal, sorted, and leaves the state as it was", () => {
    const diagonal = Float32Array.of(3, 1, 2, 0.5, 4, 0.25);
    const layers = [{ name: "l", shape: [2, 3] as [number, number], diagonal }];
    expect(spectrumOf({ kind: "diagonal", layers })[0]?.eigenvalues).toEqual([0.25, 0.5, 1, 2, 3, 4]);
    expect([...diagonal]).toEqual([3, 1, 2, 0.5, 4, 0.25]);
  });

  it("has at most 512 values: the exact extremes of weight 1/n, means between them that keep the trace", () => {
    const diagonal = Float32Array.from(randomValues(1500, 1), (x) => Math.exp(4 * x));
    const layers = [{ name: "l", shape: [30, 50] as [number, number], diagonal }];
    const [spectrum] = spectrumOf({ kind: "diagonal", layers });
    const { eigenvalues = [], weights = [] } = spectrum ?? {};
    expect(eigenvalues).toHaveLength(512);
    expect([eigenvalues[0], weights[0]]).toEqual([Math.min(...diagonal), 1 / 1500]);
    expect([eigenvalues[511], weights[511]]).toEqual([Math.max(...diagonal), 1 / 1500]);
    expect(eigenvalues).toEqual([...eigenvalues].sort((a, b) => a - b));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const trace = eigenvalues.reduce((sum, value, i) => sum + 1500 * value * (weights[i] as number), 0);
    expect(trace / diagonal.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
  });

  it("names the layer whose value is not finite", () => {
    const diagonal = Float32Array.of(1, Number.POSITIVE_INFINITY);
    const layers = [{ name: "dense2", shape: [1, 2] as [number, number], diagonal }];
    expect(() => spectrumOf({ kind: "diagonal", layers })).toThrow(
      "In dense layer 2: its preconditioner holds Infinity",
    );
  });
});

describe("the spectrum of EKFAC and Shampoo", () => {
  it("is what the method knows, sorted and exact, layer by layer", () => {
    const layers = [
      { name: "a", shape: [2, 2] as [number, number], eigenvalues: Float32Array.of(3, 0.5, 2, 1) },
      { name: "b", shape: [1, 2] as [number, number], eigenvalues: Float32Array.of(8, 4) },
    ];
    expect(spectrumOf({ kind: "eigenvalues", layers })).toEqual([
      { name: "a", method: "exact", eigenvalues: [0.5, 1, 2, 3], weights: [0.25, 0.25, 0.25, 0.25], dimension: 4 },
      { name: "b", method: "exact", eigenvalues: [4, 8], weights: [0.5, 0.5], dimension: 2 },
    ]);
  });

  it("names the layer whose eigenvalue is not finite", () => {
    const layers = [{ name: "conv1", shape: [1, 2] as [number, number], eigenvalues: Float32Array.of(1, Number.NaN) }];
    expect(() => spectrumOf({ kind: "eigenvalues", layers })).toThrow("In convolution 1: its preconditioner holds NaN");
  });
});

describe("the spectrum of KFAC", () => {
  const learningRate = 0.3;
  const damping = 0.05;
  const [out, inputs] = [5, 7];
  const inputFactor = Float32Array.from(randomPsd(inputs, 4, 1));
  const outputFactor = Float32Array.from(randomPsd(out, 9, 2), (x) => 30 * x);
  const layers = [{ name: "l", shape: [out, inputs] as [number, number], inputFactor, outputFactor }];
  const A = Matrix.from1DArray(inputs, inputs, inputFactor);
  const G = Matrix.from1DArray(out, out, outputFactor);

  it("is that of η(G + √damping/π I)⁻¹ ⊗ (A + √damping·π I)⁻¹ formed explicitly, π from the factors' mean traces", () => {
    const [spectrum] = spectrumOf({ kind: "kfac", dampingForm: "pi", learningRate, damping, layers });
    const pi = Math.sqrt(A.trace() / inputs / (G.trace() / out));
    const dampedG = Matrix.add(G, Matrix.eye(out).mul(Math.sqrt(damping) / pi));
    const dampedA = Matrix.add(A, Matrix.eye(inputs).mul(Math.sqrt(damping) * pi));
    const explicit = inverse(dampedG).kroneckerProduct(inverse(dampedA)).mul(learningRate);
    expectEigenvalues(spectrum?.eigenvalues, explicit);
    expect(spectrum?.method).toBe("exact");
  });

  it("is that of η(G ⊗ A + damping I)⁻¹ with Tikhonov damping", () => {
    const [spectrum] = spectrumOf({ kind: "kfac", dampingForm: "tikhonov", learningRate, damping, layers });
    const explicit = inverse(G.kroneckerProduct(A).add(Matrix.eye(out * inputs).mul(damping))).mul(learningRate);
    expectEigenvalues(spectrum?.eigenvalues, explicit);
  });

  it("is η/damping in a dead layer, whose factors are 0", () => {
    const dead = [{ ...layers[0], name: "l", shape: [1, 2] as [number, number] }].map((layer) => ({
      ...layer,
      inputFactor: new Float32Array(4),
      outputFactor: new Float32Array(1),
    }));
    const [spectrum] = spectrumOf({ kind: "kfac", dampingForm: "pi", learningRate, damping, layers: dead });
    for (const value of spectrum?.eigenvalues ?? []) expect(value).toBeCloseTo(0.3 / 0.05, 12);
  });

  function expectEigenvalues(actual: number[] | undefined, explicit: Matrix) {
    const expected = symmetricEigenvalues(Float64Array.from(explicit.to1DArray()), explicit.rows);
    expect(actual).toHaveLength(out * inputs);
    actual?.forEach((value, i) => {
      // float32 rounding of the singular A moves its zeros by 1e-8
      expect(value / (expected[i] as number)).toBeCloseTo(1, 5);
    });
  }
});

describe("spectrumOf", () => {
  it("keeps every layer, in order, with its own method", () => {
    const layers = [
      { ...learnedFactors(16, 33, 1), name: "large" },
      { ...learnedFactors(3, 5, 2), name: "small" },
    ];
    const methods = spectrumOf({ kind: "eigenbasis", layers }).map(({ name, method }) => [name, method]);
    expect(methods).toEqual([
      ["large", "quadrature"],
      ["small", "dense"],
    ]);
  });
});
