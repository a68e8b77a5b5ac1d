import { memo, useCallback, useMemo } from "react";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { FitProps, FittedRunModel } from "../../store/fit/fitSelectors";
import type { CurvePoint, PlottedCurve } from "../charts/curves/CurvePaths";
import { PlotChart } from "../charts/curves/PlotChart";
import { ChartFigure } from "../charts/figure/ChartFigure";
import { DataTable } from "../charts/figure/DataTable";
import type { AxisKinds } from "../charts/geometry/axisKinds";
import { dataFrame, type Frame } from "../charts/geometry/frame";
import { type BoxSize, plotBox } from "../charts/geometry/geometry";
import { MARGINS } from "../charts/geometry/margins";
import { widest } from "../charts/geometry/textWidth";
import { labelRows } from "../charts/labels/labelRows";
import { nameMargins } from "../charts/labels/nameMargins";
import { RestBesidePlot } from "../charts/labels/RestOfRuns";
import { runMark } from "../ui/runMark";
import { heroLast, seriesStroke } from "../ui/seriesStroke";
import { FitLabels, hasEnd } from "./FitLabels";
import "./fit.css";

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };

type FunctionPicture = Extract<TaskPicture, { kind: "function" }>;

/** The data and the function each run has fitted to it so far. */
export function FunctionFit({ picture, runs, when }: FitProps<FunctionPicture>) {
  const draw = useCallback((size: BoxSize) => <Fitted size={size} picture={picture} runs={runs} />, [picture, runs]);
  const told = useMemo(() => seriesOf(runs, picture.gridX), [runs, picture]);
  const rest = useCallback((size: BoxSize) => <RestOfFits size={size} runs={runs} />, [runs]);
  return (
    <ChartFigure
      chart="fit"
      name="Fit"
      className="fit"
      title="Fitted function"
      note={`${picture.trainX.length} training points${when === null ? "" : `, fits ${when}`}`}
      summary={
        when === null
          ? "The training points; no run has drawn its function yet."
          : `The training points and the function each of ${runs.map(({ name }) => name).join(", ")} has fitted ${when}.`
      }
      table={<DataTable caption="fitted function" xTitle="x" series={told} />}
      rest={rest}
    >
      {draw}
    </ChartFigure>
  );
}

function Fitted({ size, picture, runs }: { size: BoxSize; picture: FunctionPicture; runs: readonly FittedRunModel[] }) {
  const names = runs.map(({ name }) => name).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the margins depend on the names alone
  const frame = useMemo(
    () => dataFrame(size, picture.gridX, picture.trainY, (left) => nameMargins(size, left, widthsOf(runs)).margins),
    [size, picture, names],
  );
  const curves = useMemo(() => curvesOf(runs, picture.gridX), [runs, picture]);
  return (
    <>
      <DataPoints frame={frame} picture={picture} />
      <PlotChart frame={frame} axes={AXES} curves={curves} />
      <FitLabels frame={frame} runs={runs} />
    </>
  );
}

const widthsOf = (runs: readonly FittedRunModel[]) => ({
  name: widest(
    runs.map(({ name }) => name),
    "label",
  ),
  value: 0,
});

function RestOfFits({ size, runs }: { size: BoxSize; runs: readonly FittedRunModel[] }) {
  const rows = labelRows(plotBox(size, { ...MARGINS.time, left: 0, right: 0 }), false);
  return <RestBesidePlot runs={runs.filter(hasEnd)} rows={rows} height={size.height} />;
}

/** One path of round dots: 256 points cost as much as one line. */
export const DataPoints = memo(function DataPoints({ frame, picture }: { frame: Frame; picture: FunctionPicture }) {
  const { box, x, y } = frame;
  const dots = Array.from(
    picture.trainX,
    (at, row) => `M${x(at).toFixed(1)} ${y(picture.trainY[row] ?? 0).toFixed(1)}h0`,
  );
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      <path className="data-points" d={dots.join("")} style={{ strokeWidth: 4.5 * box.unit }} />
    </svg>
  );
});

const pointCache = new WeakMap<Float32Array, CurvePoint[]>();

function pointsOf(gridX: Float32Array, values: Float32Array): CurvePoint[] {
  const known = pointCache.get(values);
  if (known) return known;
  const points = Array.from(gridX, (x, row) => ({ x, y: finite(values[row]) }));
  pointCache.set(values, points);
  return points;
}

const seriesOf = (runs: readonly FittedRunModel[], gridX: Float32Array) =>
  runs.flatMap(({ name, prediction }) => (prediction ? [{ name, points: pointsOf(gridX, prediction.values) }] : []));

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function curvesOf(runs: readonly FittedRunModel[], gridX: Float32Array): readonly PlottedCurve[] {
  return heroLast(runs).flatMap(({ run, token, variant, prediction }): PlottedCurve[] =>
    prediction
      ? [
          {
            key: run,
            points: pointsOf(gridX, prediction.values),
            form: "linear",
            look: seriesStroke(token),
            mark: runMark(token, variant),
          },
        ]
      : [],
  );
}
