import { useMemo } from "react";
import { AxisTitles } from "../../charts/axes/AxisTitles";
import type { PlottedCurve } from "../../charts/curves/CurvePaths";
import { PlotChart } from "../../charts/curves/PlotChart";
import type { AxisKinds } from "../../charts/geometry/axisKinds";
import type { Frame } from "../../charts/geometry/frame";
import { linearScale, plotBox } from "../../charts/geometry/geometry";
import { NAME_BESIDE, namePlace } from "../../charts/geometry/lineEnds";
import { MARGINS } from "../../charts/geometry/margins";
import { CHANGE_LINE, panelTitlePlace } from "../../charts/geometry/panelPlaces";
import { type AxisTicks, linearTicks, ticksWithin } from "../../charts/geometry/ticks";
import { seriesStroke } from "../../ui/seriesStroke";
import { FSD_AREA, type FunctionAheadProps, type FunctionPicture } from "./functionLook";
import "./lookahead.css";

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };

interface ChangePanelProps extends FunctionAheadProps {
  top: number;
  /** Of the changes. */
  axis: AxisTicks;
  /** Room for the numbers of both y-axes, in units. */
  left: number;
}

/** How far the function moves, f(x; θ′) − f(x; θ), with a stalk at every input of B′: FSD is the mean of half their squares. */
export function ChangePanel({ size, picture, series, ahead, drawn, top, axis, left }: ChangePanelProps) {
  const height = size.height - top;
  const frame = useMemo(
    () => changeFrame({ ...size, height }, picture, axis, left),
    [size, height, picture, axis, left],
  );
  const curves = useMemo((): PlottedCurve[] => {
    if (!drawn.after) return [];
    const points = Array.from(picture.gridX, (x, i) => ({ x, y: difference(ahead.after, ahead.before, i), base: 0 }));
    const { strokeDasharray: _, ...solid } = seriesStroke(series.token);
    return [{ key: "change", points, form: "linear", look: solid, ...(drawn.fsd ? { fill: FSD_AREA } : {}) }];
  }, [picture, series, ahead, drawn]);
  const { box, x, y } = frame;
  return (
    <div className="panel" style={{ left: 0, top }}>
      <PlotChart frame={frame} axes={AXES} curves={curves} />
      <svg className="layer plot-text" width={size.width} height={height} aria-hidden="true">
        <path className="zero" d={`M${box.left} ${y(0)}H${box.right}`} />
        {drawn.fsd ? (
          <path
            className="fsd-stalks"
            d={Array.from(ahead.fsdBatch, (row, i) =>
              stalk(x(picture.trainX[row] ?? 0), y(0), y(difference(ahead.fsdAfter, ahead.fsdBefore, i))),
            ).join("")}
          />
        ) : null}
        <AxisTitles frame={frame} xTitle="x" yTitle="" titleAt={NAME_BESIDE} />
        <text {...panelTitlePlace(box, CHANGE_LINE)} x={box.left}>
          change of y
        </text>
        {drawn.fsd ? (
          <text className="label" {...namePlace(box, y(0), NAME_BESIDE)} style={{ fill: "var(--fsd)" }}>
            FSD
          </text>
        ) : null}
      </svg>
    </div>
  );
}

const difference = (a: Float32Array, b: Float32Array, i: number): number => (a[i] ?? 0) - (b[i] ?? 0);

const stalk = (x: number, from: number, to: number) => `M${x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`;

/** An axis over the changes, with 0 among them. */
export const changeAxis = (ahead: FunctionAheadProps["ahead"]): AxisTicks =>
  linearTicks([...Array.from(ahead.after, (_, i) => difference(ahead.after, ahead.before, i))], 4);

/** Straight axes over the picture's x and over the changes. */
function changeFrame(
  size: FunctionAheadProps["size"],
  { gridX }: FunctionPicture,
  { domain, ticks }: AxisTicks,
  left: number,
): Frame {
  const box = plotBox(size, { ...MARGINS.functionChange, left });
  const xDomain: [number, number] = [gridX[0] ?? 0, gridX.at(-1) ?? 1];
  return {
    box,
    x: linearScale(xDomain, box.left, box.right),
    y: linearScale(domain, box.bottom, box.top),
    xDomain,
    yDomain: domain,
    xTicks: ticksWithin(xDomain, 5),
    yTicks: ticks,
  };
}
