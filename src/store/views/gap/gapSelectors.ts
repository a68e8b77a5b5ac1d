import type { ChartPoint, ChartSeries, ReadoutModel, TimeChartModel } from "../../charts/chartModels";
import { chartSummary } from "../../charts/chartSummaries";
import { selectMarkers } from "../../charts/markerSelectors";
import { columnPoints } from "../../charts/points";
import { selectSeries } from "../../charts/seriesSelectors";
import { isAveraged, smoothColumn, smoothedSeries, smoothPoints } from "../../charts/smoothing";
import { isSmoothed } from "../../charts/taskChoices";
import { middleOfValues } from "../../charts/valueRange";
import { mappingOf, X_TITLES, xOfStep } from "../../charts/xAxis";
import { endWithin, isWithin, X_WINDOWS } from "../../charts/xWindow";
import { type ColumnLog, cell, lastRowWith, rowOfStep } from "../../experiment/columns";
import { stepInForce } from "../../experiment/hyperparamAt";
import { createListSelector, createSelector, createStableSelector } from "../../experiment/memo";
import { metaRunOf } from "../../experiment/metaRun";
import { lastShown, shownStep } from "../../experiment/shownStep";
import type { ExperimentState, RunState } from "../../experiment/state";
import { formatNumber } from "../../words/format";
import { runName } from "../../words/runName";
import { type GapColumn, gapLambdas, gapSolver } from "./gapModel";

/** The gap to the exact proximal step: two time charts, and how close a step along the gradient can come. */
export interface GapModel {
  /** Why there is none, null where there is. */
  why: string | null;
  /** At every step in closed form, or of some steps by the dense solver. */
  kind: "linear" | "net";
  distance: TimeChartModel;
  cosine: TimeChartModel;
  /** Of the steps of the focus run. */
  floor: readonly ChartPoint[];
  floorRun: string | null;
}

/** A run's gap at the step shown, or the last one measured before it. */
export interface GapRowModel {
  run: string;
  name: string;
  step: number | null;
  distance: number | null;
  cosine: number | null;
  floor: number | null;
  atBestRate: number | null;
}

const selectLogs = createListSelector(({ runs }) => runs.map(({ columns }) => columns));
const selectSolver = createStableSelector(gapSolver);

/** The run whose floor is drawn: the focus run, else the first. */
const floorRunOf = (state: ExperimentState): RunState | null => metaRunOf(state) ?? state.runs[0] ?? null;

/** Whether the lines are averages: where every step has a value. */
const averagesGap = (state: ExperimentState): boolean => isSmoothed(state) && selectSolver(state).kind === "linear";

/** The row of the step shown; on a network, where few are measured, the last measured by then. */
function rowShown(state: ExperimentState, log: ColumnLog): number {
  const step = shownStep(state) ?? lastShown(state);
  return selectSolver(state).kind === "linear" ? rowOfStep(log, step) : lastRowWith(log, "proximalDistance", step);
}

/** Both charts of the gap. */
export const selectGap = createSelector(
  (state) => ({
    solver: selectSolver(state),
    logs: selectLogs(state),
    identities: selectSeries(state),
    markers: selectMarkers(state),
    floorRun: floorRunOf(state)?.run ?? null,
    isSmooth: averagesGap(state),
    axes: state.display.axes.gap,
    window: X_WINDOWS.gap(state),
    ...mappingOf(state),
  }),
  ({ solver, logs, identities, floorRun, isSmooth, axes, window, axis, stepsPerEpoch, ...parts }): GapModel => {
    const markers = parts.markers.filter(({ x }) => isWithin(x, window));
    const mapping = { axis, stepsPerEpoch };
    const pointsOf = (index: number, column: GapColumn) => {
      const log = logs[index];
      return log ? columnPoints(log, column, mapping, window) : [];
    };
    const chart = (column: GapColumn, title: string): Omit<TimeChartModel, "yDomain" | "yTitle"> => {
      const series = identities.map((identity, index): ChartSeries => {
        const measured = pointsOf(index, column);
        const whole = smoothedSeries(identity, measured, isSmooth ? logs[index] : undefined, column);
        return window ? { ...whole, last: endWithin(whole.points, window) } : whole;
      });
      const shown = series.filter(({ visibility }) => visibility === "shown");
      const xDomain = [0, Math.max(0, ...shown.map(({ last }) => last?.x ?? 0))] as const;
      const summary = chartSummary(isSmooth ? `${title}, smoothed` : title, series, markers);
      return {
        ...{
          series,
          band: null,
          seedBands: [],
          axes,
          isPart: window !== null,
          xDomain,
          xTitle: X_TITLES[axis],
          isSmooth,
        },
        ...{ markers, metaTicks: [], summary },
      };
    };
    const distance = chart("proximalDistance", "Distance to the exact proximal step");
    const drawn = distance.series.filter(({ visibility }) => visibility === "shown").flatMap(({ points }) => points);
    const middle = middleOfValues(
      drawn.filter(({ x }) => isWithin(x, window)).map(({ y }) => y),
      axes.y,
    );
    const floorIndex = identities.findIndex(({ run }) => run === floorRun);
    const floor = pointsOf(floorIndex, "proximalFloor");
    const floorLog = logs[floorIndex];
    return {
      why: solver.kind === "none" ? solver.why : null,
      kind: solver.kind === "linear" ? "linear" : "net",
      distance: {
        ...distance,
        yDomain: axes.isCut ? middle : null,
        yTitle: "‖θ⁺ − θ*‖ / ‖θ* − θ‖",
      },
      cosine: {
        ...chart("proximalCosine", "Cosine to the exact proximal step"),
        axes: { x: axes.x, y: "linear", isCut: false },
        yDomain: [-1, 1],
        yTitle: "cos(θ⁺ − θ, θ* − θ)",
      },
      floor: isSmooth && floorLog ? smoothPoints(floor, floorLog, "proximalFloor") : floor,
      floorRun,
    };
  },
);

/** Each shown run's gap at the step shown. */
export const selectGapRows = createStableSelector((state): readonly GapRowModel[] =>
  selectSeries(state).flatMap(({ run, name, visibility }) => {
    const found = state.runs.find((candidate) => candidate.run === run);
    if (!found || visibility === "hidden") return [];
    const { columns } = found;
    const row = rowShown(state, columns);
    const at = (column: GapColumn | "step") => cell(columns, column, row);
    return {
      ...{ run, name, step: at("step"), distance: at("proximalDistance"), cosine: at("proximalCosine") },
      ...{ floor: at("proximalFloor"), atBestRate: at("proximalAtBestRate") },
    };
  }),
);

/** What a single η can do at the focus run's step shown, and which λ the exact step is taken with. */
export const selectGapWords = createStableSelector((state) => {
  const run = floorRunOf(state);
  const row = selectGapRows(state).find((candidate) => candidate.run === run?.run);
  const name = run && runName(state.config.optimizers, run.run);
  const best = row?.atBestRate == null ? "" : `; at the best η for Q, η*, it is ${formatNumber(row.atBestRate)}`;
  return {
    floor:
      row?.floor == null
        ? null
        : `From where ${name} stands at step ${row.step}, no single η comes closer than ${formatNumber(row.floor)}${best}.`,
    lambdas: gapLambdas(state, selectSolver(state).kind === "linear" ? "linear" : "net", measuredAt(state)),
  };
});

/** The step whose gaps are shown: on a network, where few are measured, the latest measured by then. */
function measuredAt(state: ExperimentState): number | null {
  const steps = selectGapRows(state).flatMap(({ step, distance }) =>
    step === null || distance === null ? [] : [step],
  );
  return steps.length > 0 ? Math.max(...steps) : stepInForce(state);
}

function selectReadout(column: GapColumn): (state: ExperimentState) => ReadoutModel {
  return createStableSelector((state) => {
    const step = shownStep(state);
    const isSmooth = averagesGap(state);
    const rows = selectSeries(state).flatMap((identity) => {
      const log = state.runs.find(({ run }) => run === identity.run)?.columns;
      if (!log) return [];
      const row = rowShown(state, log);
      const at = cell(log, "step", row) ?? 0;
      const value = isSmooth && isAveraged(identity) ? smoothColumn(log, column)(row) : cell(log, column, row);
      const text = value === null ? "–" : formatNumber(value);
      return { ...identity, step: at, x: xOfStep(log, at, mappingOf(state)), value, text };
    });
    return { hover: step === null ? null : { step }, isSmooth, rows };
  });
}

/** Distance of every run at the step shown, from the full log. */
export const selectDistanceReadout = selectReadout("proximalDistance");

/** Cosine of every run at the step shown, from the full log. */
export const selectCosineReadout = selectReadout("proximalCosine");
