import { useMemo } from "react";
import type { SeriesModel } from "../../../store/charts/chartModels";
import type { LookaheadSnapshot } from "../../../store/experiment/state";
import { AxisTitles } from "../../charts/axes/AxisTitles";
import type { PlottedCurve } from "../../charts/curves/CurvePaths";
import { PlotChart } from "../../charts/curves/PlotChart";
import type { AxisKinds } from "../../charts/geometry/axisKinds";
import { dataFrame, type Frame } from "../../charts/geometry/frame";
import { NAME_BESIDE, namePlace } from "../../charts/geometry/lineEnds";
import { MARGINS } from "../../charts/geometry/margins";
import { tickRoom } from "../../charts/geometry/tickRoom";
import { DataPoints } from "../../fit/FunctionFit";
import { seriesStroke } from "../../ui/seriesStroke";
import { ChangePanel, changeAxis } from "./ChangePanel";
import type { DrawnParts } from "./drawnParts";
import { FSD_AREA, type FunctionAheadProps, type FunctionPicture } from "./functionLook";
import "./lookahead.css";

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };
/** Height of the function's panel; the change has the rest. */
const SHARE = 0.6;

/** The function before and after the lookahead over the data of B, and under it how far it moves, on a scale of its own. */
export function FunctionAhead(props: FunctionAheadProps) {
  const { size, picture, series, ahead, drawn } = props;
  const height = Math.round(SHARE * size.height);
  const change = useMemo(() => changeAxis(ahead), [ahead]);
  const frame = useMemo(
    () => ({
      ...dataFrame({ ...size, height }, picture.gridX, picture.trainY, (left) => ({
        ...MARGINS.function,
        left: Math.max(left, tickRoom(change.ticks)),
      })),
      xTicks: [],
    }),
    [size, height, picture, change],
  );
  const curves = useMemo(() => curvesOf(props), [props]);
  return (
    <>
      <div className="panel" style={{ left: 0, top: 0 }}>
        <DataPoints frame={frame} picture={picture} />
        {drawn.batch ? <BatchPoints frame={frame} picture={picture} rows={ahead.batch} /> : null}
        <PlotChart frame={frame} axes={AXES} curves={curves} />
        <svg className="layer plot-text" width={size.width} height={height} aria-hidden="true">
          <AxisTitles frame={frame} xTitle="" yTitle="y" />
          {drawn.fsd ? <Rings frame={frame} picture={picture} ahead={ahead} /> : null}
          <Names frame={frame} series={series} ahead={ahead} drawn={drawn} />
        </svg>
      </div>
      <ChangePanel {...props} top={height} axis={change} left={frame.box.left / size.unit} />
    </>
  );
}

function curvesOf({ picture, series, ahead, drawn }: FunctionAheadProps): PlottedCurve[] {
  const points = (values: Float32Array) => Array.from(picture.gridX, (x, i) => ({ x, y: values[i] ?? null }));
  const after = points(ahead.after);
  const area = after.map((point, i) => ({ ...point, base: ahead.before[i] ?? 0 }));
  const { strokeDasharray: _, ...solid } = seriesStroke(series.token);
  return [
    ...(drawn.fsd
      ? [{ key: "fsd", points: area, form: "linear", look: { stroke: "none" }, fill: FSD_AREA } as const]
      : []),
    { key: "before", points: points(ahead.before), form: "linear", look: BEFORE },
    ...(drawn.after ? [{ key: "after", points: after, form: "linear", look: solid } as const] : []),
  ];
}

const BEFORE = { stroke: "var(--ink)", strokeWidth: "var(--stroke-edge)" };

/** The examples of B, over the faint training points. */
function BatchPoints({ frame, picture, rows }: { frame: Frame; picture: FunctionPicture; rows: Int32Array }) {
  const { box, x, y } = frame;
  const dot = (row: number) => `M${x(picture.trainX[row] ?? 0).toFixed(1)} ${y(picture.trainY[row] ?? 0).toFixed(1)}h0`;
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      <path className="batch-points" d={Array.from(rows, dot).join("")} style={{ strokeWidth: 6 * box.unit }} />
    </svg>
  );
}

/** A ring on the function before at every input of B′. */
function Rings({ frame, picture, ahead }: { frame: Frame; picture: FunctionPicture; ahead: LookaheadSnapshot }) {
  const { box, x, y } = frame;
  return (
    <g className="fsd-rings">
      {Array.from(ahead.fsdBatch, (row, i) => (
        <circle key={row} cx={x(picture.trainX[row] ?? 0)} cy={y(ahead.fsdBefore[i] ?? 0)} r={3 * box.unit} />
      ))}
    </g>
  );
}

/** Names at the right ends of both functions. */
function Names({
  frame,
  series,
  ahead,
  drawn,
}: {
  frame: Frame;
  series: SeriesModel;
  ahead: LookaheadSnapshot;
  drawn: DrawnParts;
}) {
  const { box, y } = frame;
  const u = box.unit;
  const [before, after] = [y(ahead.before.at(-1) ?? 0), y(ahead.after.at(-1) ?? 0)];
  const middle = Math.min(box.bottom - 12 * u, Math.max(box.top + 12 * u, (before + after) / 2));
  const isAbove = after <= before ? 1 : -1;
  return (
    <>
      {drawn.after ? (
        <text
          className="label"
          {...namePlace(box, middle - 9 * isAbove * u, NAME_BESIDE)}
          style={{ fill: `var(--opt-${series.token})` }}
        >
          after, θ′
        </text>
      ) : null}
      <text className="label" {...namePlace(box, middle + 9 * isAbove * u, NAME_BESIDE)}>
        before, θ
      </text>
    </>
  );
}
