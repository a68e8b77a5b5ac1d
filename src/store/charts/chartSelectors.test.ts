import { expect, test } from "vitest";
import { applyEvent } from "../experiment/applyEvent";
import type { DisplayState, ExperimentState, Intervention } from "../experiment/state";
import { counting, withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import {
  selectLearningRateChart,
  selectLossChart,
  selectLossReadout,
  selectObjectiveChart,
  selectObjectiveNow,
  stepAtX,
} from "./chartSelectors";

const viewed = (state: ExperimentState, display: Partial<DisplayState>) => ({
  ...state,
  display: { ...state.display, ...display },
});

/** Three steps: SGDm takes 1 s a step and one evaluation, APO-P 3 s and four. */
const trained = withRows(testState(), {
  sgdm: {
    step: [0, 1, 2],
    trainLoss: [8, 4, 2],
    learningRate: [0.1, 0.1, 0.1],
    seconds: [1, 2, 3],
    gradientEvaluations: [1, 2, 3],
  },
  "apo-p": {
    step: [0, 1, 2],
    trainLoss: [8, 2, 1],
    learningRate: [0.01, 0.02, 0.04],
    seconds: [3, 6, 9],
    gradientEvaluations: [4, 8, 12],
  },
});

const seriesOf = (state: ExperimentState, run: string) =>
  selectLossChart(state).series.find((series) => series.run === run);

test("loss is drawn over steps, epochs, or what each run itself has spent before the step", () => {
  const x = (state: ExperimentState, run: string) => seriesOf(state, run)?.points.map((point) => point.x);
  expect(x(trained, "apo-p")).toEqual([0, 1, 2]);
  expect(x(viewed(trained, { xAxis: "epochs" }), "apo-p")).toEqual([0, 0.25, 0.5]); // 256 examples in batches of 64
  expect(x(viewed(trained, { xAxis: "seconds" }), "sgdm")).toEqual([0, 1, 2]);
  expect(x(viewed(trained, { xAxis: "seconds" }), "apo-p")).toEqual([0, 3, 6]);
  expect(x(viewed(trained, { xAxis: "gradient evaluations" }), "apo-p")).toEqual([0, 4, 8]);
  expect(selectLossChart(viewed(trained, { xAxis: "seconds" })).xDomain).toEqual([0, 6]);
});

test("the step under a place on a cost axis is that of the run named", () => {
  const state = viewed(trained, { xAxis: "seconds" });
  expect([-1, 0, 2.9, 3, 5, 6, 100].map((x) => stepAtX(state, x, "apo-p"))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  expect(stepAtX(state, 2, "sgdm")).toBe(2);
  expect(stepAtX(trained, 1.4)).toBe(1);
});

test("hidden runs keep their place, but not their say in the domain", () => {
  const model = selectLossChart(viewed(trained, { hiddenRuns: ["apo-p"] }));
  expect(model.series.map(({ run, visibility }) => [run, visibility])).toEqual([
    ["apo-p", "hidden"],
    ["apo-lr", "shown"],
    ["sgdm", "shown"],
  ]);
  expect(model.yDomain).toEqual([2, 8]);
});

test("a run without new rows keeps the very same points, and an event that draws nothing the same model", () => {
  const next = withRows(trained, { sgdm: { step: [3], trainLoss: [1] } });
  expect(seriesOf(next, "apo-p")?.points).toBe(seriesOf(trained, "apo-p")?.points);
  expect(seriesOf(next, "sgdm")?.points).not.toBe(seriesOf(trained, "sgdm")?.points);
  const cost = { msPerStep: 1, forwardPasses: 1, backwardPasses: 1, tensorBytes: 1, peakBytes: 1 };
  const priced = applyEvent(trained, { type: "cost", experiment: "e1", run: "sgdm", cost });
  const model = selectLossChart({ ...trained });
  expect(selectLossChart(priced)).toBe(model);
  expect(selectLossChart(viewed(trained, { hoverStep: 1 }))).toBe(model);
});

test("the test split is drawn at its evaluations", () => {
  const evaluation = { step: 2, trainLoss: 1, testLoss: 5, testMetric: 0.3 };
  const state = viewed(applyEvent(trained, { type: "evaluation", experiment: "e1", run: "sgdm", evaluation }), {
    lossSplit: "test",
    xAxis: "seconds",
  });
  expect(seriesOf(state, "sgdm")?.points).toEqual([{ step: 2, x: 2, y: 5 }]);
  expect(seriesOf(state, "apo-p")?.points).toEqual([]);
});

test("a diverged run is drawn to its last finite value, and the summary says why it stopped", () => {
  const blown = withRows(trained, { sgdm: { step: [3, 4], trainLoss: [4000, Number.NaN] } });
  const state = applyEvent(blown, {
    type: "runStatus",
    experiment: "e1",
    run: "sgdm",
    status: "diverged",
    message: "trainLoss is NaN at step 4",
  });
  expect(seriesOf(state, "sgdm")?.last).toMatchObject({ step: 3, y: 4000 });
  expect(selectLossChart(state).summary).toContain(
    "SGDm 4000 (from 8.000). SGDm has stopped. trainLoss is NaN at step 4",
  );
});

test("meta-updates of the focus run are ticks, at most 200", () => {
  const every = (count: number, interval: number) => counting(count).map((step) => (step % interval === 0 ? 1 : null));
  const few = withRows(testState(), { "apo-p": { step: counting(100), objective: every(100, 10) } });
  expect(selectLearningRateChart(few).metaTicks).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  const many = withRows(testState(), { "apo-p": { step: counting(900), objective: every(900, 1) } });
  expect(selectLearningRateChart(many).metaTicks.slice(0, 3)).toEqual([0, 5, 10]); // 900 / 200, rounded up
  expect(selectLearningRateChart({ ...few, focusRun: "apo-lr" }).metaTicks).toEqual([]);
});

const move = (step: number, from: number, value: number, gesture: number, run = "apo-p"): Intervention => ({
  step,
  run,
  name: "lambdaFsd",
  from,
  value,
  gesture,
});

test("a drag is one marker where it ended, and the same move of two runs is one, of the focus run", () => {
  const interventions = [move(1, 0.1, 0.2, 1), move(1, 0.1, 0.3, 2, "apo-lr"), move(2, 0.2, 0.3, 1)];
  expect(selectLossChart({ ...trained, interventions }).markers).toMatchObject([
    { run: "apo-lr", step: 1, text: "λ_FSD 0.10 → 0.30" },
    { run: "apo-p", step: 2, text: "λ_FSD 0.10 → 0.30" },
  ]);
  const both = [move(2, 0.1, 0.3, 1), move(2, 0.1, 0.3, 2, "apo-lr")];
  expect(selectLossChart({ ...trained, interventions: both }).markers).toMatchObject([{ run: "apo-p" }]);
  expect(selectLossChart({ ...trained, interventions: [move(1, 0.1, 0.2, 1), move(2, 0.2, 0.1, 1)] }).markers).toEqual(
    [],
  );
});

test("Q is the sum of its terms at every meta-update, each with the λ that acted in its step", () => {
  // λ_FSD 1 by default and 3 from step 2 on; λ_WSD 0 by default and 0.5 from step 4 on.
  const fsd = [0.1, null, 0.2, null, 0.3];
  const wsd = [0.01, null, 0.02, null, 0.03];
  const objectiveLoss = [1, null, 0.9, null, 0.8];
  const objective = [1 + 0.1, null, 0.9 + 3 * 0.2, null, 0.8 + 3 * 0.3 + 0.5 * 0.03];
  const rows = withRows(testState(), { "apo-p": { step: counting(5), objective, objectiveLoss, fsd, wsd } });
  const state = { ...rows, interventions: [move(2, 1, 3, 1), { ...move(4, 0, 0.5, 2), name: "lambdaWsd" as const }] };
  const { points, name, summary } = selectObjectiveChart(state);
  expect(name).toBe("APO-P");
  expect(points.map(({ step }) => step)).toEqual([0, 2, 4]);
  for (const { step, total } of points) expect(total).toBeCloseTo(objective[step] as number, 12);
  expect(points[2]?.fsd).toBeCloseTo(0.9, 12);
  expect(summary).toContain("at step 4: Q 1.715 = loss 0.8000 + λ_FSD·FSD 0.9000 + λ_WSD·WSD 0.01500");
  expect(selectObjectiveNow(state)?.step).toBe(4);
  expect(selectObjectiveNow(viewed(state, { hoverStep: 3 }))?.step).toBe(2);
  expect(selectObjectiveChart(testState(["sgdm"]))).toMatchObject({ run: null, points: [] });
});

test("the read-out gives exact values at the hovered step, from the full log", () => {
  const long = withRows(testState(["sgdm"]), {
    sgdm: { step: counting(2000), trainLoss: counting(2000).map((step) => 1 / (1 + step)) },
  });
  const readout = selectLossReadout(viewed(long, { hoverStep: 1357 }));
  expect(readout).toMatchObject({
    hover: { step: 1357 },
    rows: [{ run: "sgdm", step: 1357, x: 1357, value: 1 / 1358, text: "7.364e-4" }],
  });
  expect(selectLossReadout(long)).toMatchObject({ hover: null, rows: [{ step: 1999, value: 1 / 2000 }] });
  expect(selectLossReadout(testState(["sgdm"])).rows).toMatchObject([{ value: null, text: "–" }]);
});
