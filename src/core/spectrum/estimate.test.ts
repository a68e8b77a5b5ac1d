import { beforeAll, describe, expect, it } from "vitest";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { gram } from "../linalg/kronecker";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { useBackend } from "../testing/forEachBackend";
import { learnedFactors } from "../testing/learnedFactors";
import { randomValues } from "../testing/matrices";
import { trainedLayers } from "../testing/trainedLayers";
import { estimatedSpectrum } from "./eigenbasis";

type Layer = Parameters<typeof estimatedSpectrum>[0];

/** A, B and S with nothing learned in them: entries uniform in [−1, 1), S over a decade. */
function randomFactors(out: number, inputs: number, seed: number): Layer {
  return {
    name: "random",
    shape: [out, inputs],
    A: Float32Array.from(randomValues(inputs * inputs, seed)),
    B: Float32Array.from(randomValues(out * out, seed + 1)),
    S: Float32Array.from(randomValues(out * inputs, seed + 2), (x) => 0.1 * 10 ** (x / 2)),
  };
}

/** Every eigenvalue of diag(vec S)(BᵀB ⊗ AᵀA)diag(vec S), which are those of P, ascending. */
function exactEigenvalues({ shape: [out, inputs], A, B, S }: Layer): Float64Array {
  const [a, b] = [gram(A, inputs), gram(B, out)];
  const n = out * inputs;
  const matrix = Float64Array.from({ length: n * n }, (_, k) => {
    const [row, column] = [Math.floor(k / n), k % n];
    const left = b[Math.floor(row / inputs) * out + Math.floor(column / inputs)] as number;
    return (
      (S[row] as number) * left * (a[(row % inputs) * inputs + (column % inputs)] as number) * (S[column] as number)
    );
  });
  return symmetricEigenvalues(matrix, n);
}

/** Wasserstein-1 distance of log eigenvalues, as a fraction of the exact log range: ∫|F − F_exact| d log λ. */
function logDistance(estimate: LayerSpectrum, exact: Float64Array): number {
  const jumps = [
    ...estimate.eigenvalues.map((value, i) => ({ at: Math.log(value), by: estimate.weights[i] as number })),
    ...Array.from(exact, (value) => ({ at: Math.log(value), by: -1 / exact.length })),
  ].sort((x, y) => x.at - y.at);
  let difference = 0;
  let area = 0;
  jumps.forEach(({ at, by }, i) => {
    if (i > 0) area += Math.abs(difference) * (at - (jumps[i - 1] as { at: number }).at);
    difference += by;
  });
  return area / Math.log((exact[exact.length - 1] as number) / (exact[0] as number));
}

function expectClose(layer: Layer): void {
  const exact = exactEigenvalues(layer);
  const estimate = estimatedSpectrum(layer);
  const { method, dimension, eigenvalues, weights } = estimate;
  expect([method, dimension]).toEqual(["quadrature", exact.length]);
  expect(eigenvalues.length).toBeLessThanOrEqual(512);
  expect(eigenvalues).toEqual([...eigenvalues].sort((a, b) => a - b));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  expect(Math.abs((eigenvalues[0] as number) / (exact[0] as number) - 1), "smallest").toBeLessThan(0.01);
  expect(Math.abs((eigenvalues.at(-1) as number) / (exact.at(-1) as number) - 1), "largest").toBeLessThan(0.01);
  expect(logDistance(estimate, exact), "density").toBeLessThan(0.05);
}

const SIZES = [
  [8, 16],
  [17, 16],
  [16, 32],
] as const;

let trained: readonly Layer[];
beforeAll(async () => {
  await useBackend("wasm");
  trained = await trainedLayers(120);
});

describe("the estimated spectrum has its extremes to 1% and its density to 5% of the log range", () => {
  it.each([...SIZES, [17, 31]] as const)("of factors like learned ones, %i by %i", (out, inputs) => {
    for (const seed of [1, 2]) expectClose(learnedFactors(out, inputs, seed));
  });

  it.each(SIZES)("of random factors, %i by %i", (out, inputs) => {
    for (const seed of [1, 2]) expectClose(randomFactors(out, inputs, seed));
  });

  it("of the factors that a run has learned, in every layer", () => {
    expect(trained.map(({ shape }) => shape)).toEqual([
      [20, 3],
      [24, 21],
      [2, 25],
    ]);
    for (const layer of trained) expectClose(layer);
  });
});

describe("the error bar of the estimate is honest", () => {
  const SEEDS = 30;

  /** Mean of ln λ from the determinant of P: no eigenvalue is needed. */
  function exactMeanLog({ shape: [out, inputs], A, B, S }: Layer): number {
    const logDeterminant = (X: Float32Array, n: number) =>
      symmetricEigenvalues(gram(X, n), n).reduce((sum, value) => sum + Math.log(value), 0);
    const logScale = S.reduce((sum, s) => sum + 2 * Math.log(Math.abs(s)), 0);
    return (out * logDeterminant(A, inputs) + inputs * logDeterminant(B, out) + logScale) / (out * inputs);
  }

  /** How many standard errors the mean of ln λ is off in each of many estimates, every one with other probes. */
  function deviations(layer: Layer, truth: number): number[] {
    return Array.from({ length: SEEDS }, (_, seed) => {
      // the probes are drawn from the layer's name
      const {
        eigenvalues,
        weights,
        standardError = 0,
      } = estimatedSpectrum({ ...layer, name: `${layer.name}/${seed}` });
      const floor = 1e-12 * (eigenvalues.at(-1) as number);
      let [sum, total] = [0, 0];
      eigenvalues.forEach((value, i) => {
        if (value <= floor) return;
        sum += (weights[i] as number) * Math.log(value);
        total += weights[i] as number;
      });
      return Math.abs(sum / total - truth) / standardError;
    });
  }

  const within = (all: readonly number[], standardErrors: number) =>
    all.filter((deviation) => deviation <= standardErrors).length / all.length;

  it("on factors like learned ones: the truth lies within two standard errors at least 80% of the time", () => {
    const layer = learnedFactors(17, 16, 1);
    const all = deviations(layer, exactMeanLog(layer));
    expect(within(all, 2)).toBeGreaterThanOrEqual(0.8);
    expect(within(all, 0.25)).toBeLessThan(0.5); // and the bar is no wider than it has to be
  });

  it("on the factors that a run has learned", () => {
    const layer = trained[1] as Layer;
    expect(within(deviations(layer, exactMeanLog(layer)), 2)).toBeGreaterThanOrEqual(0.8);
  });

  it("where P is singular, with all that the small end leaves open, for the eigenvalues that a log axis shows", () => {
    const layer = learnedFactors(17, 16, 5);
    layer.S.fill(0, 0, 30);
    const shown = exactEigenvalues(layer).filter((value) => value > 1e-9);
    expect(shown).toHaveLength(272 - 30);
    const truth = shown.reduce((sum, value) => sum + Math.log(value), 0) / shown.length;
    expect(within(deviations(layer, truth), 2)).toBeGreaterThanOrEqual(0.8);
  });
});
