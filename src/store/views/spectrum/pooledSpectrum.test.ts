import { expect, test } from "vitest";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import { pooledSpectrum } from "./pooledSpectrum";
import { spectrumDensity } from "./spectrumCurve";
import { certainty, spectrumNumbers } from "./spectrumNumbers";

const dense: LayerSpectrum = {
  name: "dense1",
  method: "dense",
  eigenvalues: [1, 2, 4],
  weights: [1 / 3, 1 / 3, 1 / 3],
  dimension: 3,
};
const estimate: LayerSpectrum = {
  name: "dense2",
  method: "quadrature",
  eigenvalues: [0, 0.5, 8],
  weights: [0.1, 0.6, 0.3],
  dimension: 100,
  standardError: 0.02,
};

test("all layers together have the sum of the traces, sorted values, and weights as their shares of the dimension", () => {
  const layers = [dense, estimate];
  const pooled = pooledSpectrum(layers);
  expect(spectrumNumbers(dense).trace).toBeCloseTo(7, 12);
  expect(spectrumNumbers(estimate).trace).toBeCloseTo(30 + 240, 10); // 100 · (0.6 · 0.5 + 0.3 · 8)
  expect(spectrumNumbers(pooled).trace).toBeCloseTo(277, 10);
  expect(pooled.eigenvalues).toEqual([0, 0.5, 1, 2, 4, 8]);
  expect(pooled.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(pooled.weights[2]).toBeCloseTo(1 / 103, 12);
  expect(pooledSpectrum(layers)).toBe(pooled);
});

test("one estimated layer makes all an estimate, whose error weighs as the layer does", () => {
  const pooled = pooledSpectrum([dense, estimate]);
  expect(pooled.method).toBe("quadrature");
  expect(pooled.standardError).toBeCloseTo((0.02 * 100) / 103, 12);
  expect(certainty(pooled.method, pooled.standardError)).toBe("estimate ±1.9 %");
  expect(pooledSpectrum([dense]).method).toBe("dense");
  expect(certainty("dense", null)).toBe("exact");
});

test("the condition number is of the positive eigenvalues, rounding left out", () => {
  expect(spectrumNumbers(estimate)).toMatchObject({ smallest: 0, largest: 8, conditionNumber: 16 });
  expect(spectrumNumbers({ ...dense, eigenvalues: [1e-13, 2, 4] }).conditionNumber).toBe(2);
  expect(spectrumNumbers({ ...dense, eigenvalues: [0, 0, 0] }).conditionNumber).toBeNull();
});

test("a density integrates to the share of the eigenvalues that it draws", () => {
  const { points, peak } = spectrumDensity(estimate);
  const width = (points[1]?.logValue ?? 0) - (points[0]?.logValue ?? 0);
  const area = points.reduce((sum, { height }) => sum + height * peak * width, 0);
  expect(area).toBeCloseTo(0.9, 2); // a tenth is 0
});
