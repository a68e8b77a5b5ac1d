import { memo, useCallback, useMemo } from "react";
import { Line, LineChart } from "recharts";
import type { TaskPicture } from "../../config/taskPicture";
import { chartAxes, chartMargin } from "../charts/Axes";
import { ChartFigure } from "../charts/ChartFigure";
import type { DrawnPoint } from "../charts/drawnSeries";
import { endLabelMargins } from "../charts/endLabelMargins";
import { dataFrame, type Frame } from "../charts/frame";
import type { BoxSize } from "../charts/geometry";
import { LineShape } from "../charts/LineShape";
import { HERO_TOKEN, seriesStroke } from "../charts/seriesStroke";
import { type FittedRun, fitStep } from "./FitFigure";
import { FitLabels } from "./FitLabels";

type FunctionPicture = Extract<TaskPicture, { kind: "function" }>;

/** The data and the function each run has fitted to it so far. */
export function FunctionFit({ picture, runs }: { picture: FunctionPicture; runs: readonly FittedRun[] }) {
  const draw = useCallback((size: BoxSize) => <Fitted size={size} picture={picture} runs={runs} />, [picture, runs]);
  const step = fitStep(runs);
  return (
    <ChartFigure
      name="Fit"
      className="fit"
      title="Fitted function"
      note={`${picture.trainX.length} noisy training points${step === null ? "" : `, fits at step ${step}`}`}
      summary={
        step === null
          ? "The training points; no run has drawn its function yet."
          : `The training points and the function each of ${runs.map(({ name }) => name).join(", ")} has fitted at step ${step}.`
      }
    >
      {draw}
    </ChartFigure>
  );
}

function Fitted({ size, picture, runs }: { size: BoxSize; picture: FunctionPicture; runs: readonly FittedRun[] }) {
  const names = runs.map(({ name }) => name).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the margins depend on the names alone
  const frame = useMemo(
    () => dataFrame(size, picture.gridX, picture.trainY, endLabelMargins(runs)),
    [size, picture, names],
  );
  return (
    <>
      <DataPoints frame={frame} picture={picture} />
      <FittedLines frame={frame} gridX={picture.gridX} runs={runs} />
      <FitLabels frame={frame} runs={runs} />
    </>
  );
}

/** One path of round dots: 256 points cost as much as one line. */
const DataPoints = memo(function DataPoints({ frame, picture }: { frame: Frame; picture: FunctionPicture }) {
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

const EMPTY: DrawnPoint[] = [];
const pointCache = new WeakMap<Float32Array, DrawnPoint[]>();

function pointsOf(gridX: Float32Array, values: Float32Array): DrawnPoint[] {
  const known = pointCache.get(values);
  if (known) return known;
  const points = Array.from(gridX, (x, row) => ({ x, y: finite(values[row]) }));
  pointCache.set(values, points);
  return points;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

interface FittedLinesProps {
  frame: Frame;
  gridX: Float32Array;
  runs: readonly FittedRun[];
}

function FittedLines({ frame, gridX, runs }: FittedLinesProps) {
  const margin = useMemo(() => chartMargin(frame), [frame]);
  const axes = useMemo(() => chartAxes(frame, "linear"), [frame]);
  const inOrder = [...runs].sort((a, b) => Number(a.token === HERO_TOKEN) - Number(b.token === HERO_TOKEN));
  return (
    <LineChart
      width={frame.box.width}
      height={frame.box.height}
      margin={margin}
      data={EMPTY}
      accessibilityLayer={false}
    >
      {axes}
      {inOrder.map(({ run, token, variant, prediction }) =>
        prediction ? (
          <Line
            key={run}
            data={pointsOf(gridX, prediction.values)}
            dataKey="y"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            legendType="none"
            shape={<LineShape look={seriesStroke(token, variant)} form="line" />}
          />
        ) : null,
      )}
    </LineChart>
  );
}
