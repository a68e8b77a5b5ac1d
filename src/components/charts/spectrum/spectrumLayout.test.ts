import { expect, test } from "vitest";
import type { SpectrumCurve, SpectrumLayerModel } from "../../../store/views/spectrum/spectrumModels";
import { eigenvalueAxis, layoutPanels, pickRidge } from "./spectrumLayout";

const curve = (step: number, points: [number, number][]): SpectrumCurve => ({
  run: "apo-p",
  name: "APO-P",
  token: "apo-p",
  variant: 0,
  step,
  method: "dense",
  standardError: null,
  points: points.map(([logValue, height]) => ({ logValue, height })),
  hiddenShare: 0,
  peak: 1,
  min: 1,
  max: 1,
  mean: 1,
  conditionNumber: 1,
  trace: 4,
});

const layer = (curves: SpectrumCurve[]): SpectrumLayerModel => ({
  name: "dense1",
  labels: ["dense1, 2×2", "dense1", "dense1"],
  dimension: 4,
  curves,
  ridge: [],
  ideals: [],
  domain: [0, 0],
});

test("up to four panels stand in one row, six in two, and on a phone four in two", () => {
  const rows = (count: number, width: number) =>
    layoutPanels(count, { width, height: 204, unit: 1 }).map(({ top }) => top);
  expect(new Set(rows(3, 468)).size).toBe(1);
  expect(new Set(rows(4, 468)).size).toBe(1);
  expect(rows(6, 468).map((top) => top > 0)).toEqual([false, false, false, true, true, true]);
  expect(rows(4, 358).map((top) => top > 0)).toEqual([false, false, true, true]);
});

test("room kept above is above every panel", () => {
  const size = { width: 468, height: 204, unit: 1 };
  const [panel] = layoutPanels(1, size, 16);
  expect(panel).toMatchObject({ top: 16, height: 204 - 16 - 14 }); // 14 for the title of the axis
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
