import { expect, test } from "vitest";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import { applyEvent } from "../../experiment/applyEvent";
import type { ExperimentState } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { spectrumDensity } from "./spectrumCurve";
import { selectSpectrum } from "./spectrumSelectors";

const spectrum = (eigenvalues: number[], method: LayerSpectrum["method"] = "dense"): LayerSpectrum => ({
  name: "dense1",
  method,
  eigenvalues,
  weights: eigenvalues.map(() => 1 / eigenvalues.length),
  dimension: eigenvalues.length,
  ...(method === "quadrature" ? { standardError: 0.0213 } : {}),
});

test("equal eigenvalues are one bump at their logarithm", () => {
  const { points, min, max, mean, hiddenShare } = spectrumDensity(spectrum([0.01, 0.01, 0.01]));
  const peak = points.find(({ height }) => height === 1);
  expect(peak?.logValue).toBeCloseTo(-2, 6);
  expect([min, max, hiddenShare]).toEqual([0.01, 0.01, 0]);
  expect(mean).toBeCloseTo(0.01, 12);
});

test("two groups are two bumps with heights as their weights", () => {
  const { points } = spectrumDensity(spectrum([1e-3, 1, 1, 1]));
  const at = (logValue: number) =>
    points.reduce((a, b) => (Math.abs(b.logValue - logValue) < Math.abs(a.logValue - logValue) ? b : a));
  expect(at(0).height).toBeCloseTo(1, 6);
  expect(at(-3).height).toBeCloseTo(1 / 3, 6);
  expect(at(-1.5).height).toBe(0);
});

test("zeros and rounding are counted, not drawn", () => {
  const { points, hiddenShare } = spectrumDensity(spectrum([-1e-20, 0, 1e-15, 1]));
  expect(hiddenShare).toBeCloseTo(0.75, 12);
  expect(points[0]?.logValue).toBeGreaterThan(-1);
  expect(spectrumDensity(spectrum([0, 0])).points).toEqual([]);
});

const layers = [{ name: "dense1", shape: [64, 2] as [number, number] }];
const measured = (state: ExperimentState, run: string, step: number, ...eigenvalues: number[]) =>
  applyEvent(state, { type: "spectrum", experiment: "e1", run, step, layers: [spectrum(eigenvalues, "quadrature")] });

test("each layer has the current curve of every shown run and older ones of the focus run", () => {
  const idle = testState(["apo-p", "sgdm"]);
  const config = { ...idle.config, steps: 20 };
  let state: ExperimentState = { ...idle, config, runs: idle.runs.map((run) => ({ ...run, layers })) };
  expect(selectSpectrum(state)).toMatchObject({ step: null, summary: "Spectrum: not measured yet." });
  for (let step = 0; step < 20; step += 1) state = measured(state, "apo-p", step, 0.01 * (step + 1), 0.1 * (step + 1));
  state = measured(state, "sgdm", 19, 0.05);
  const {
    layers: [layer],
    step,
    summary,
  } = selectSpectrum(state);
  expect(step).toBe(19);
  expect(layer?.labels).toEqual(["dense 1, 64×2, est. ±2.1 %", "dense 1, est. ±2.1 %", "dense 1 ±2.1 %", "dense 1"]);
  expect(layer?.curves[0]?.standardError).toBe(0.0213);
  expect(layer?.curves.map(({ name, step: at }) => [name, at])).toEqual([
    ["APO-P", 19],
    ["SGDm", 19],
  ]);
  expect(layer?.ridge.map(({ step: at }) => at)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(summary).toMatch(
    /^Eigenvalues of the preconditioner of APO-P at step 19: dense layer 1 0.2000 to 2.000, condition number 10.00, an estimate, its geometric mean known to ±2.1 %. No ideal is drawn here: /,
  );

  const hidden = selectSpectrum({ ...state, display: { ...state.display, hiddenRuns: ["sgdm"] } });
  expect(hidden.layers[0]?.curves.map(({ run }) => run)).toEqual(["apo-p"]);
  const hovered = selectSpectrum({ ...state, step: 10, display: { ...state.display, hoverStep: 5 } });
  expect(hovered.step).toBe(5);
  expect(hovered.layers[0]?.curves[0]?.max).toBeCloseTo(0.6, 12);

  const trained = { ...state, runs: state.runs.map((run) => ({ ...run, metaSteps: 3 })) };
  expect(selectSpectrum(trained)).toBe(selectSpectrum(state));
});

test("an exact spectrum has no error bar", () => {
  const idle = testState(["apo-p"]);
  const state = applyEvent(
    { ...idle, runs: idle.runs.map((run) => ({ ...run, layers })) },
    { type: "spectrum", experiment: "e1", run: "apo-p", step: 1, layers: [spectrum([0.1, 1])] },
  );
  const [layer] = selectSpectrum(state).layers;
  expect(layer?.labels).toEqual(["dense 1, 64×2", "dense 1", "dense 1", "dense 1"]);
  expect(layer?.curves[0]?.standardError).toBeNull();
});

test("a stretch between two groups lies on the axis and is drawn by its ends", () => {
  const far = spectrumDensity(spectrum([1e-9, 1, 1, 1]));
  expect(far.points.length).toBeLessThan(60); // 9 decades of 25 bins each
  const inner = far.points.filter(({ logValue }) => logValue > -8 && logValue < -1);
  expect(inner.every(({ height }) => height < 1e-3)).toBe(true);
  expect(far.points[0]?.logValue).toBeLessThan(-9);
  expect(far.points.at(-1)?.logValue).toBeGreaterThan(0);
});
