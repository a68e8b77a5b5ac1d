import { expect, test } from "vitest";
import { spectrumDensity } from "../../../store/views/spectrum/spectrumCurve";
import { linearScale, logScale } from "../../charts/geometry/geometry";
import { changedColumns, FULL_DENSITY, pixelColumns, strength } from "./heatPixels";

const spectrum = (value: number) => ({
  name: "dense1",
  method: "dense" as const,
  eigenvalues: [value],
  weights: [1],
  dimension: 1,
});
const [a, b, c] = [spectrum(1), spectrum(2), spectrum(3)].map(spectrumDensity) as [never, never, never];

const frame = {
  box: { width: 120, height: 50, unit: 1, left: 10, right: 110, top: 0, bottom: 40 },
  x: linearScale([0, 100], 10, 110),
  y: logScale([0.1, 10], 40, 0),
  xDomain: [0, 100] as [number, number],
  yDomain: [0.1, 10] as [number, number],
  xTicks: [],
  yTicks: [],
};

test("columns tile the map in whole pixels, and one too narrow to see gives way", () => {
  const columns = pixelColumns(
    [
      { step: 0, until: 10.4, density: a },
      { step: 10.4, until: 10.45, density: b },
      { step: 10.45, until: 30, density: c },
    ],
    frame,
  );
  expect(columns).toEqual([
    { left: 10, right: 20, density: a },
    { left: 20, right: 40, density: c },
  ]);
});

test("only what changed is painted: a column that grew, moved or shows another spectrum", () => {
  const before = [
    { left: 10, right: 20, density: a },
    { left: 20, right: 30, density: b },
  ];
  expect(changedColumns(before, before)).toEqual([]);
  const grown = { left: 20, right: 31, density: b };
  expect(changedColumns(before, [...before.slice(0, 1), grown])).toEqual([grown]);
  const joined = { left: 10, right: 30, density: c };
  expect(changedColumns(before, [joined])).toEqual([joined]);
});

test("equal eigenvalues are drawn at full strength, a density of a quarter at half", () => {
  expect(spectrumDensity(spectrum(0.01)).peak).toBeCloseTo(FULL_DENSITY, 1);
  expect(strength(FULL_DENSITY / 4)).toBeCloseTo(0.5, 12);
  expect(strength(2 * FULL_DENSITY)).toBe(1);
});
