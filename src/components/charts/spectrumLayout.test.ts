import { expect, test } from "vitest";
import type { SpectrumCurve, SpectrumLayerModel } from "../../store/viewModels";
import { eigenvalueAxis, layoutPanels, pickRidge } from "./spectrumLayout";

const curve = (step: number, points: [number, number][]): SpectrumCurve => ({
  run: "apo-p",
  name: "APO-P",
  token: "apo-p",
  step,
  method: "dense",
  standardError: null,
  points: points.map(([logValue, height]) => ({ logValue, height })),
  hiddenShare: 0,
  min: 1,
  max: 1,
  mean: 1,
});

const layer = (curves: SpectrumCurve[]): SpectrumLayerModel => ({
  name: "dense1",
  labels: ["dense1, 2×2", "dense1", "dense1"],
  dimension: 4,
  curves,
  ridge: [],
  domain: [0, 0],
});

test("three layers stand in one row, five in two", () => {
  const size = { width: 468, height: 204, unit: 1 };
  expect(new Set(layoutPanels(3, size).map(({ top }) => top)).size).toBe(1);
  expect(new Set(layoutPanels(5, size).map(({ top }) => top)).size).toBe(2);
});

test("a tail of hardly any eigenvalues does not widen the axis, and ticks are powers of ten", () => {
  const { domain, ticks } = eigenvalueAxis(
    [
      layer([
        curve(0, [
          [-9, 0.001],
          [-2, 0.5],
          [0, 1],
        ]),
      ]),
    ],
    140,
  );
  expect(domain[0]).toBeCloseTo(10 ** -2.5, 6);
  expect(domain[1]).toBeCloseTo(10 ** 0.5, 6);
  expect(ticks).toEqual([0.01, 0.1, 1]);
});

test("the ridge keeps its first and last curve when it is thinned", () => {
  const ridge = Array.from({ length: 10 }, (_, step) => curve(step, []));
  expect(pickRidge(ridge, 4).map(({ step }) => step)).toEqual([0, 3, 6, 9]);
});
