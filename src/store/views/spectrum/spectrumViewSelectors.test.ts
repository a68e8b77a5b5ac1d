import { expect, test } from "vitest";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import { applyEvent } from "../../experiment/applyEvent";
import type { DisplayState, ExperimentState } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { sortedSpectrum } from "./sortedSpectrum";
import { selectSortedSpectra, selectSpectrumHeat } from "./spectrumViewSelectors";

const spectrum = (name: string, ...eigenvalues: number[]): LayerSpectrum => ({
  name,
  method: "exact",
  eigenvalues,
  weights: eigenvalues.map(() => 1 / eigenvalues.length),
  dimension: eigenvalues.length,
});

const LAYERS = [
  { name: "dense1", shape: [1, 2] as [number, number] },
  { name: "dense2", shape: [1, 1] as [number, number] },
];

const measured = (state: ExperimentState, run: string, step: number, layers: LayerSpectrum[]) =>
  applyEvent(state, { type: "spectrum", experiment: "e1", run, step, layers });

/** APO-P measured at steps 0, 4 and 8 of 10, SGDm at 0 and Hessian-free without a preconditioner. */
function trained(display: Partial<DisplayState> = {}): ExperimentState {
  const idle = testState(["sgdm", "apo-p", "hessian-free"]);
  let state: ExperimentState = {
    ...idle,
    config: { ...idle.config, steps: 20 },
    step: 10,
    focusRun: "apo-p",
    runs: idle.runs.map((run) => ({ ...run, layers: LAYERS })),
    display: { ...idle.display, ...display },
  };
  for (const step of [0, 4, 8]) {
    state = measured(state, "apo-p", step, [spectrum("dense1", 0.1, 1 + step), spectrum("dense2", 0.5)]);
  }
  state = measured(state, "sgdm", 0, [spectrum("dense1", 0.2, 0.2), spectrum("dense2", 0.2)]);
  return measured(state, "hessian-free", 0, []);
}

test("the map holds each spectrum of the focus run until the next, and the last up to where the race stands", () => {
  const { identity, columns } = selectSpectrumHeat(trained());
  expect(identity?.run).toBe("apo-p");
  expect(columns.map(({ step, until }) => [step, until])).toEqual([
    [0, 4],
    [4, 8],
    [8, 10],
  ]);
  expect(columns[1]?.density).toMatchObject({ min: 0.1, max: 5 });
  const hidden = selectSpectrumHeat(trained({ hiddenRuns: ["apo-p"] }));
  expect([hidden.identity?.run, hidden.columns.length]).toEqual(["sgdm", 1]);
});

test("beside it stand all shown runs at the step shown, all layers as one or the layer chosen", () => {
  const all = selectSortedSpectra(trained());
  expect(all).toMatchObject({ layer: "all layers", layers: ["all layers", "dense1", "dense2"], step: 8 });
  const apo = all.curves.find(({ key }) => key === "apo-p");
  expect(apo).toMatchObject({ smallest: 0.1, largest: 9, conditionNumber: 90 });
  expect(apo?.trace).toBeCloseTo(0.1 + 9 + 0.5, 12);
  expect(all.without).toEqual(["Hessian-free"]);
  expect(selectSortedSpectra(trained({ spectrumLayer: "conv9" })).layer).toBe("all layers");

  const past = selectSortedSpectra(trained({ spectrumLayer: "dense1", scrubStep: 5 }));
  expect(past).toMatchObject({ layer: "dense1", step: 4 });
  expect(past.curves.map(({ key, largest }) => [key, largest])).toEqual([
    ["sgdm", 0.2],
    ["apo-p", 5],
  ]);
  expect(past.range?.map((end) => 10 ** end)).toEqual([expect.closeTo(0.1, 12), expect.closeTo(9, 12)]); // of every step
});

test("sorted eigenvalues are stairs over their shares, which end at 1; what is 0 leaves a gap at the left", () => {
  expect(sortedSpectrum(spectrum("l", 1, 2, 4, 8))).toEqual([
    { share: 0, value: 1 },
    { share: 0.25, value: 2 },
    { share: 0.5, value: 4 },
    { share: 0.75, value: 8 },
    { share: 1, value: 8 },
  ]);
  expect(sortedSpectrum(spectrum("l", 0, 2))).toEqual([
    { share: 0.5, value: 2 },
    { share: 1, value: 2 },
  ]);
  const many = sortedSpectrum(spectrum("l", ...Array.from({ length: 5000 }, (_, i) => 1 + i)));
  expect(many.length).toBeLessThanOrEqual(503);
  expect(many.at(-1)).toEqual({ share: 1, value: 5000 });
});
