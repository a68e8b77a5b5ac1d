import { describe, expect, it } from "vitest";
import { GRID_SERIES } from "../../config/experiment/learningRateGrid";
import { selectComparison } from "../comparison/comparisonSelectors";
import { applyEvent } from "../experiment/applyEvent";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { testStateOf } from "../hook/hookState";
import { linkOf } from "../link/linkSelectors";
import { readLink } from "../link/readLink";
import { counting, withRows } from "../testing/testRows";
import { testConfig } from "../testing/testState";
import { selectLearningRateChart, selectLossChart, selectLossReadout } from "./chartSelectors";
import { selectSeries } from "./seriesSelectors";

const RATES = [0.001, 0.0031, 0.0099, 0.031, 0.097, 0.3, 0.96, 3];

function start(): ExperimentState {
  const config = { ...testConfig(["apo-lr", "adam"]), learningRateGrid: true };
  return { ...initialState(config), experiment: "e1", status: "idle" };
}

/** Loss of run i of the grid in a step: smallest in run 4, and in a bend of run 6 at step 5. */
const lossOf = (i: number, step: number) => (i === 6 && step === 5 ? 0.01 : 1 + Math.abs(i - 4) / 10 + step / 100);

/** Rows of every run; the grid's last run diverges at step 3. */
function trained(steps: number): ExperimentState {
  const rows = (loss: (step: number) => number, rate: number, count = steps) => ({
    step: counting(count),
    trainLoss: counting(count).map(loss),
    learningRate: counting(count).map(() => rate),
    gradientEvaluations: counting(count).map((step) => step + 1),
  });
  const state = withRows(start(), {
    "apo-lr": rows(() => 1, 0.01),
    adam: rows(() => 1, 0.03),
    ...Object.fromEntries(
      RATES.map((rate, i) => [
        `grid/${i + 1}`,
        i === 7 ? rows((step) => 100 ** step, rate, 3) : rows((step) => lossOf(i, step), rate),
      ]),
    ),
  });
  const message = "Training loss reached 1e4.";
  return applyEvent(state, {
    type: "runStatus",
    experiment: "e1",
    run: "grid/8",
    status: "diverged",
    message,
  });
}

describe("a grid of fixed learning rates", () => {
  it("is one band from the smallest to the largest loss of the runs that did not diverge, at every step", () => {
    const { band } = selectLossChart(trained(20));
    expect(band?.points.map(({ step }) => step)).toEqual(counting(20));
    for (const { step, x, low, high } of band?.points ?? []) {
      const losses = counting(7).map((i) => lossOf(i, step));
      expect([x, low, high]).toEqual([step, Math.min(...losses), Math.max(...losses)]);
    }
    expect(band?.edge).toEqual(band?.points.map(({ step, x, low }) => ({ step, x, y: low })));
  });

  it("keeps the extremes of a long run within the points that a chart draws", () => {
    const { band } = selectLossChart(trained(1000));
    expect(band?.points.length).toBeLessThanOrEqual(151);
    expect(Math.min(...(band?.points ?? []).map(({ low }) => low))).toBe(0.01);
    expect(Math.max(...(band?.points ?? []).map(({ high }) => high))).toBe(lossOf(0, 999));
    expect(band?.points.at(-1)?.step).toBe(999);
  });

  it("names the rate with the lowest loss on the last batch, and on whole splits once they are measured", () => {
    const state = trained(20);
    expect(selectLossChart(state).band).toMatchObject({ bestRate: 0.097, label: "fixed η 0.097" });
    const measured = RATES.slice(0, 7).reduce(
      (before, _, i) =>
        applyEvent(before, {
          type: "evaluation",
          experiment: "e1",
          run: `grid/${i + 1}`,
          evaluation: { step: 10, trainLoss: 1 + Math.abs(i - 5), testLoss: 2 + i, testMetric: 0 },
        }),
      state,
    );
    expect(selectLossChart(measured).band?.bestRate).toBe(0.3);
    const split = { ...measured, display: { ...measured.display, lossSplit: "test" as const } };
    expect(selectLossChart(split).band?.points).toEqual([{ step: 10, x: 10, low: 2, high: 8 }]);
  });

  it("is a band of its rates in the chart of η, with the best as its line", () => {
    const { band } = selectLearningRateChart(trained(20));
    expect(band?.points.every(({ low, high }) => low === 0.001 && high === 0.96)).toBe(true);
    expect(band?.edge.every(({ y }) => y === 0.097)).toBe(true);
  });

  it("reads its smallest loss at the step pointed at, from the full log", () => {
    const state = trained(1000);
    const at = { ...state, display: { ...state.display, hoverStep: 5 } };
    const row = selectLossReadout(at).rows.find(({ run }) => run === GRID_SERIES);
    expect(row).toMatchObject({ step: 5, value: 0.01 });
  });

  it("is no line, no swatch and no row for each run: one row with the best run's numbers", () => {
    const state = trained(20);
    expect(selectLossChart(state).series.map(({ run }) => run)).toEqual(["apo-lr", "adam"]);
    expect(selectSeries(state).map(({ run }) => run)).toEqual(["apo-lr", "adam"]);
    const { rows } = selectComparison(state);
    expect(rows.map(({ name }) => name)).toEqual(["APO-η", "Adam", "SGD, 8 fixed η"]);
    expect(rows[2]).toMatchObject({
      learningRate: 0.097,
      tuned: "best of 8 fixed η from 0.001 to 3, 1 diverged",
      status: "running",
      best: [],
    });
  });

  it("is hidden as one, and then gives the axes no room", () => {
    const state = trained(20);
    const hidden = { ...state, display: { ...state.display, hiddenRuns: [GRID_SERIES] } };
    expect(selectLossChart(hidden).band?.visibility).toBe("hidden");
    expect(selectLossChart(state).yDomain).toEqual([0.01, lossOf(0, 19)]);
    expect(selectLossChart(hidden).yDomain).toEqual([1, 1]);
  });

  it("says so where every rate diverged", () => {
    const message = "Training loss became NaN.";
    const state = RATES.reduce(
      (before, _, i) =>
        applyEvent(before, {
          type: "runStatus",
          experiment: "e1",
          run: `grid/${i + 1}`,
          status: "diverged",
          message,
        }),
      trained(20),
    );
    expect(selectLossChart(state).band).toMatchObject({ status: "diverged", points: [], bestRate: null });
    expect(selectComparison(state).rows[2]?.message).toBe("All 8 fixed learning rates diverged.");
  });

  it("marks its runs in the state that tests read", () => {
    const { runs } = testStateOf(trained(2));
    expect(runs.filter(({ isGrid }) => isGrid).map(({ run }) => run)).toEqual(counting(8, 1).map((i) => `grid/${i}`));
  });

  it("is grid=1 in a link, which reads back, hidden or not", () => {
    const state = start();
    const link = linkOf(state, { ...state.display, hiddenRuns: [GRID_SERIES] }).link;
    expect(link).toContain("grid=1");
    const read = readLink(link);
    expect(read.notes).toEqual([]);
    expect(read.config.learningRateGrid).toBe(true);
    expect(read.display.hiddenRuns).toEqual([GRID_SERIES]);
  });

  it("of another word in a link is left out with a note", () => {
    const { config, notes } = readLink("?task=sine&grid=maybe");
    expect(config.learningRateGrid).toBe(false);
    expect(notes[0]?.title).toBe('The band of fixed learning rates is "maybe"');
  });
});
