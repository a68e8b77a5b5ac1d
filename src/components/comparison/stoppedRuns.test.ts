import { describe, expect, it } from "vitest";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { selectComparison } from "../../store/comparison/comparisonSelectors";
import { applyEvent } from "../../store/experiment/applyEvent";
import type { ExperimentState } from "../../store/experiment/state";
import { selectFit, selectFitWhen } from "../../store/fit/fitSelectors";
import { testState } from "../../store/testing/testState";
import { selectSpectrum } from "../../store/views/spectrum/spectrumSelectors";
import { selectSortedSpectra } from "../../store/views/spectrum/spectrumViewSelectors";
import { COMPARISON_COLUMNS } from "./comparisonColumns";

const LAYERS: LayerSpectrum[] = [
  { name: "dense1", method: "exact", dimension: 2, eigenvalues: [0.1, 0.2], weights: [0.5, 0.5] },
];

/** 304 of 600 steps: SGDm diverged after the measurements of step 0, and was evaluated as NaN at step 10; APO-P goes on. */
function diverged(evaluatedAt: readonly number[] = [0, 10]): ExperimentState {
  const idle = testState(["apo-p", "sgdm"]);
  const layers = [{ name: "dense1", shape: [1, 2] as [number, number] }];
  const start: ExperimentState = {
    ...idle,
    config: { ...idle.config, steps: 600 },
    step: 304,
    focusRun: "apo-p",
    runs: idle.runs.map((run) => ({ ...run, layers })),
  };
  const evaluation = (step: number, trainLoss: number) => ({
    step,
    trainLoss,
    testLoss: trainLoss,
    testMetric: trainLoss,
  });
  const heard = (event: object) => ({ experiment: "e1", ...event }) as Parameters<typeof applyEvent>[1];
  const measured = (run: string, step: number, loss: number) =>
    heard({ type: "evaluation", run, evaluation: evaluation(step, loss) });
  const shown = (run: string, step: number) => [
    heard({ type: "prediction", step, runs: [{ run, values: Float32Array.of(1) }] }),
    heard({ type: "spectrum", run, step, layers: LAYERS }),
  ];
  return [
    ...[0, 10, 300].map((step) => measured("apo-p", step, 0.1)),
    ...evaluatedAt.map((step) => measured("sgdm", step, step === 0 ? 0.2983 : Number.NaN)),
    ...[0, 304].flatMap((step) => shown("apo-p", step)),
    ...shown("sgdm", 0),
    heard({ type: "runStatus", run: "sgdm", status: "diverged", message: "Training loss reached 1786 at step 4." }),
  ].reduce(applyEvent, start);
}

const at = (state: ExperimentState, scrubStep: number): ExperimentState => ({
  ...state,
  display: { ...state.display, scrubStep },
});

/** The run's cells of the table as text. */
function cells(state: ExperimentState, run: string): string[] {
  const model = selectComparison(state);
  const row = model.rows.find((one) => one.run === run);
  if (!row) throw new Error(`no row of ${run}`);
  return COMPARISON_COLUMNS(model)
    .slice(0, 3)
    .map(({ text }) => text(row));
}

describe("a run that diverged shows the step that its numbers are of", () => {
  it("in the table: its last finite evaluation with its step beside those of the others, or a dash", () => {
    const state = diverged();
    expect(selectComparison(state).evaluatedAt).toBe(300);
    expect(cells(state, "apo-p")).toEqual(["0.1000", "0.1000", "0.1000"]);
    expect(cells(state, "sgdm")).toEqual(["0.2983 at 0", "0.2983 at 0", "0.2983 at 0"]);
    expect(cells(at(state, 5), "sgdm")[0], "looking back to where it went on").toBe("0.2983");
    expect(cells(diverged([10]), "sgdm")).toEqual(["–", "–", "–"]);
  });

  it.each([
    ["the fits", (state: ExperimentState) => selectFit(state).runs.map(({ name }) => name)],
    ["the spectra", (state: ExperimentState) => selectSpectrum(state).layers[0]?.curves.map(({ name }) => name)],
    ["the spectra over time", (state: ExperimentState) => selectSortedSpectra(state).curves.map(({ name }) => name)],
  ])("among %s", (_, names) => {
    expect(names(diverged())).toEqual(["APO-P", "SGDm, step 0"]);
    expect(names(at(diverged(), 5))).toEqual(["APO-P", "SGDm"]);
  });

  it("and a figure says of which step it is where another was asked for", () => {
    expect([selectFitWhen(diverged()), selectSortedSpectra(diverged()).when]).toEqual(["at step 304", "at step 304"]);
    const past = at(diverged(), 200);
    const words = "at step 0, kept last before 200";
    expect([selectFitWhen(past), selectSortedSpectra(past).when]).toEqual([words, words]);
    expect(selectFitWhen(testState())).toBeNull();
  });
});
