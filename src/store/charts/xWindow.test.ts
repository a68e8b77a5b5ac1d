import { expect, test } from "vitest";
import type { DisplayState, ExperimentState } from "../experiment/state";
import { counting, withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { selectLearningRateChart, selectLossChart, selectLossReadout, selectObjectiveChart } from "./chartSelectors";
import { TIME_RANGES } from "./drawingSelectors";
import { X_WINDOWS } from "./xWindow";

const STEPS = 2000;
const losses = counting(STEPS).map((step) => (step === 1234 ? 50 : 1 / (1 + step)));
const trained = withRows(testState(["apo-p", "sgdm"]), {
  "apo-p": {
    step: counting(STEPS),
    trainLoss: losses,
    learningRate: losses.map((loss) => loss / 10),
    objective: counting(STEPS).map((step) => (step % 10 === 0 ? 1 : null)),
    objectiveLoss: counting(STEPS).map((step) => (step % 10 === 0 ? 1 : null)),
    fsd: counting(STEPS).map((step) => (step % 10 === 0 ? 0 : null)),
    wsd: counting(STEPS).map((step) => (step % 10 === 0 ? 0 : null)),
    seconds: counting(STEPS).map((step) => (step + 1) / 100),
  },
  sgdm: { step: counting(STEPS), trainLoss: losses.map((loss) => 2 * loss), seconds: counting(STEPS, 1) },
});

const viewed = (display: Partial<DisplayState>): ExperimentState => ({
  ...trained,
  display: { ...trained.display, ...display },
});
const axes = (chart: keyof DisplayState["axes"], part: object) => ({
  axes: { ...trained.display.axes, [chart]: { ...trained.display.axes[chart], ...part } },
});
const lineOf = (state: ExperimentState) => selectLossChart(state).series[0];

test("all charts show the same steps of a zoom, every value of them, and each line a point beyond either end", () => {
  const state = viewed({ zoom: [1200, 1300] });
  for (const chart of ["loss", "rate", "q", "gap", "accuracy"] as const)
    expect(TIME_RANGES[chart](state)).toEqual([1200, 1300]);
  expect(lineOf(state)?.points.map(({ x }) => x)).toEqual(counting(103, 1199));
  expect(lineOf(state)?.last).toMatchObject({ x: 1300, y: 1 / 1301 });
  expect(selectLossChart(state).yDomain).toEqual([1 / 1301, 100]);
  expect(selectObjectiveChart(state).points.map(({ x }) => x)).toEqual([
    1190,
    ...counting(11).map((i) => 1200 + 10 * i),
    1310,
  ]);
  expect(selectLearningRateChart(state).metaTicks).toEqual(counting(11).map((i) => 1200 + 10 * i));
  // What stands beside the names is the last value in sight, and no axis of other charts changes for it.
  expect(selectLossReadout(state).rows[0]).toMatchObject({ step: 1300, value: 1 / 1301 });
  expect(selectLossChart(state).xDomain).toEqual([0, 1999]);
});

test("first steps that are left out count neither for the axis across nor for the one up", () => {
  const state = viewed({ firstStep: 100 });
  expect(TIME_RANGES.loss(state)).toEqual([100, 1999]); // the run is past the 200 steps that were planned
  expect(lineOf(state)?.points[0]?.x).toBe(99);
  expect(selectLossChart(state).yDomain).toEqual([1 / 2000, 100]);
  expect(selectLossChart(viewed({})).yDomain).toEqual([1 / 2000, 100]);
  expect(TIME_RANGES.loss(viewed({ firstStep: 5000 }))[0]).toBe(5000); // not reached yet: an axis all the same
});

test("a log x-axis begins at step 1, in any of its units, and only on the chart that has one", () => {
  const state = viewed(axes("loss", { x: "log" }));
  expect(TIME_RANGES.loss(state)[0]).toBe(1);
  expect(X_WINDOWS.rate(state)).toBeNull();
  expect(selectLossChart(state).yDomain?.[1]).toBe(100);
  expect(
    selectLossChart(viewed({ ...axes("loss", { x: "log" }), xAxis: "epochs" })).series[0]?.points.length,
  ).toBeGreaterThan(100);
  expect(TIME_RANGES.loss(viewed({ ...axes("loss", { x: "log" }), xAxis: "epochs" }))[0]).toBe(0.25); // 256 / 64
  expect(TIME_RANGES.loss(viewed({ ...axes("loss", { x: "log" }), xAxis: "seconds" }))[0]).toBe(0.01); // the quicker run's first step
});

test("an axis that is cut holds the middle of the values, and the line keeps those beyond it", () => {
  const model = selectLossChart(viewed(axes("loss", { isCut: true })));
  expect(model.yDomain?.[1]).toBeLessThan(0.2);
  expect(model.yDomain?.[0]).toBeGreaterThan(1 / 2000);
  expect(model.series[0]?.points.some(({ y }) => y === 50)).toBe(true);
});

test("on an axis of seconds a zoom shows what the run of the sliders did in those steps", () => {
  const state = viewed({ zoom: [100, 200], xAxis: "seconds" });
  expect(TIME_RANGES.loss(state)).toEqual([1, 2]); // 10 ms a step
  expect(lineOf(state)?.points.length).toBe(103);
  expect(selectLossChart(state).series[1]?.last).toMatchObject({ step: 2, x: 2 }); // 1 s a step
});
