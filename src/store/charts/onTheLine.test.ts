import { describe, expect, it } from "vitest";
import { GRID_SERIES } from "../../config/experiment/learningRateGrid";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { TASK_IDS } from "../../config/tables/taskIds";
import { isHeavy, TASKS } from "../../config/tables/tasks";
import { applyEvent } from "../experiment/applyEvent";
import { initialState } from "../experiment/initialState";
import type { DisplayState, ExperimentState } from "../experiment/state";
import { counting, withRows } from "../testing/testRows";
import { selectCosineReadout, selectDistanceReadout, selectGap } from "../views/gap/gapSelectors";
import type { ChartPoint, ReadoutModel, TimeChartModel } from "./chartModels";
import {
  selectLearningRateChart,
  selectLearningRateReadout,
  selectLossChart,
  selectLossReadout,
} from "./chartSelectors";
import { recordedSeries } from "./recording";
import { isSmoothed } from "./taskChoices";

/** Jumps up and down by a factor of ten, as a batch's loss does. */
const jumpy = (step: number, run: number) => (step % 3 === run % 3 ? 1 : 0.1) / (1 + step / 10) + 0.01 * run;

/** A race on linear regression with every column that a chart draws; the last run diverged at step 12. */
function raced(steps: number, display: Partial<DisplayState>, grid = false): ExperimentState {
  const optimizers = [{ id: "apo-lr" }, { id: "sgdm" }, { id: "adam" }];
  const { config } = resolveExperiment({ task: "linear", optimizers, learningRateGrid: grid, steps: 2000 });
  const start: ExperimentState = { ...initialState(config), experiment: "e1", status: "idle" };
  const rows = (run: number, count: number) => ({
    step: counting(count),
    trainLoss: counting(count).map((step) => jumpy(step, run)),
    learningRate: counting(count).map((step) => 0.01 * (1 + Math.floor(step / 5))),
    proximalDistance: counting(count).map((step) => jumpy(step + 1, run)),
    proximalCosine: counting(count).map((step) => 0.5 - jumpy(step, run) / 4),
    proximalFloor: counting(count).map(() => 0.2),
    seconds: counting(count).map((step) => (step + 1) * (run + 1)),
  });
  const state = withRows(
    start,
    Object.fromEntries(start.runs.map(({ run }, i) => [run, rows(i, run === "adam" ? 12 : steps)])),
  );
  const diverged = { type: "runStatus", experiment: "e1", run: "adam", status: "diverged", message: "NaN" } as const;
  const evaluated = state.runs.flatMap(({ run }, i) =>
    [0, 10, 20].map((step) => ({ run, evaluation: { step, trainLoss: 1, testLoss: jumpy(step, i), testMetric: 1 } })),
  );
  const measured = evaluated.reduce(
    (next, event) => applyEvent(next, { type: "evaluation", experiment: "e1", ...event }),
    applyEvent(state, diverged),
  );
  return { ...measured, display: { ...measured.display, ...display } };
}

interface Case {
  name: string;
  chart(state: ExperimentState): Pick<TimeChartModel, "series" | "band" | "isSmooth">;
  readout(state: ExperimentState): ReadoutModel;
  display: Partial<DisplayState>;
}

const LOSS = { chart: selectLossChart, readout: selectLossReadout };
const CASES: Case[] = [
  { name: "loss, raw", ...LOSS, display: { smoothing: "off" } },
  { name: "loss, smoothed", ...LOSS, display: { smoothing: "on" } },
  { name: "loss over seconds, smoothed", ...LOSS, display: { smoothing: "on", xAxis: "seconds" } },
  { name: "test loss, smoothing on", ...LOSS, display: { smoothing: "on", lossSplit: "test" } },
  {
    name: "η, smoothing on",
    chart: selectLearningRateChart,
    readout: selectLearningRateReadout,
    display: { smoothing: "on" },
  },
  {
    name: "distance, raw",
    chart: (state) => selectGap(state).distance,
    readout: selectDistanceReadout,
    display: { smoothing: "off" },
  },
  {
    name: "distance, smoothed",
    chart: (state) => selectGap(state).distance,
    readout: selectDistanceReadout,
    display: { smoothing: "on" },
  },
  {
    name: "cosine, smoothed",
    chart: (state) => selectGap(state).cosine,
    readout: selectCosineReadout,
    display: { smoothing: "on" },
  },
];

/** The two points of a line around a place; the same one twice where it is one. */
function around(points: readonly ChartPoint[], x: number): [ChartPoint, ChartPoint] {
  const before = points.findLast((point) => point.x <= x) ?? points[0];
  const after = points.find((point) => point.x >= x) ?? points.at(-1);
  if (!before || !after) throw new Error("A line without points.");
  return [before, after];
}

describe("a dot, its label and the read-out", () => {
  it.each(CASES)("are the number of the line: $name", ({ chart, readout, display }) => {
    for (const step of [null, 0, 7, 11, 20, 39]) {
      const state = raced(40, { ...display, scrubStep: step });
      const model = chart(state);
      const { rows, isSmooth } = readout(state);
      expect(isSmooth).toBe(model.isSmooth);
      for (const row of rows) {
        const series = model.series.find(({ run }) => run === row.run);
        expect([row.run, row.x, row.value]).toEqual([row.run, ...lineAt(series?.points ?? [], row.step)]);
        expect(row.text).toBe(row.value?.toPrecision(4));
        if (step === null) expect(row.value).toBe(series?.last?.y);
      }
    }
  });

  it.each(CASES.filter(({ chart, display }) => chart(raced(40, display)).isSmooth))(
    "are averages, and the raw values stay behind the line but for a run that diverged: $name",
    ({ chart, display }) => {
      const { series } = chart(raced(40, display));
      const [first, , diverged] = series;
      expect(first?.raw).toHaveLength(40);
      expect(first?.points.map(({ y }) => y)).not.toEqual(first?.raw?.map(({ y }) => y));
      expect(diverged?.raw).toBeNull();
      expect(diverged?.last?.step).toBe(11);
    },
  );

  it.each([
    ["of a run", "apo-lr"],
    ["of a grid's best", GRID_SERIES],
  ])("stay within the line's extremes where it has a point for several steps: %s", (_, run) => {
    for (const scrubStep of [3, 100, 333, 777]) {
      const state = raced(1000, { smoothing: "off", scrubStep }, true);
      const { series, band } = selectLossChart(state);
      const points = run === GRID_SERIES ? band?.edge : series.find((one) => one.run === run)?.points;
      const row = selectLossReadout(state).rows.find((one) => one.run === run);
      const near = (points ?? []).filter(({ step }) => Math.abs(step - scrubStep) <= 8).map(({ y }) => y);
      expect(row?.value).toBeGreaterThanOrEqual(Math.min(...near));
      expect(row?.value).toBeLessThanOrEqual(Math.max(...near));
      expect(points?.length).toBeLessThanOrEqual(300);
    }
  });

  it("of a recording end where its averaged lines end", () => {
    const state = raced(40, { smoothing: "off" });
    const { series } = selectLossChart(state);
    const logs = new Map(state.runs.map(({ run, columns }) => [run, columns]));
    const drawn = { trainLoss: series, learningRate: [] };
    const recording = { config: state.config, series: drawn, logs, objective: null, origin: "" };
    const [raw] = recordedSeries(recording, "trainLoss", false);
    const [smooth] = recordedSeries(recording, "trainLoss", true);
    expect(raw?.last?.y).toBe(jumpy(39, 0));
    expect(smooth?.last).toEqual(selectLossChart(raced(40, { smoothing: "on" })).series[0]?.last);
  });
});

/** Where a line is in a step, between its points where it has none there. */
function lineAt(points: readonly ChartPoint[], step: number): [x: number, y: number] {
  const exact = points.find((point) => point.step === step);
  if (exact) return [exact.x, exact.y];
  const [before, after] = around(points, step);
  const share = (step - before.step) / Math.max(1, after.step - before.step);
  return [before.x + share * (after.x - before.x), before.y + share * (after.y - before.y)];
}

it("averages nothing on a toy task until somebody chooses to, and losses of images and texts from the start", () => {
  for (const task of TASK_IDS) {
    expect([task, TASKS[task].smoothing]).toEqual([task, isHeavy(task) ? "on" : "off"]);
    const { config } = resolveExperiment({ task });
    const state = initialState(config);
    expect(isSmoothed(state)).toBe(isHeavy(task));
    for (const smoothing of ["on", "off"] as const)
      expect(isSmoothed({ ...state, display: { ...state.display, smoothing } })).toBe(smoothing === "on");
  }
});
