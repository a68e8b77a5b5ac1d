import { type CSSProperties, createContext, memo, useContext, useId, useMemo } from "react";
import { LineChart, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { type AxisKinds, chartAxes, chartMargin } from "./Axes";
import type { Frame } from "./frame";
import { type LineForm, linePath } from "./geometry";

/** A point in data units; null leaves a gap. With `base` the curve is the upper edge of a band that stands on it. */
export interface CurvePoint {
  x: number;
  y: number | null;
  base?: number;
}

/** A line or a band of a chart, and how it looks. */
export interface PlottedCurve {
  key: string;
  points: readonly CurvePoint[];
  form: LineForm;
  look: CSSProperties;
  /** Colour of the area between the curve and its base. */
  fill?: CSSProperties;
}

interface PlotChartProps {
  frame: Frame;
  /** Always the same object for the same kinds. */
  axes: AxisKinds;
  /** Drawn in this order. */
  curves: readonly PlottedCurve[];
}

const Curves = createContext<readonly PlottedCurve[]>([]);
const NO_DATA: never[] = [];

/**
 * A recharts chart of our curves: recharts owns axes, grid and scales, and is touched only when those change. New points go
 * past it to the curves alone, which makes a redraw several times cheaper than through `<Line data>`.
 */
export const PlotChart = memo(function PlotChart({ frame, axes, curves }: PlotChartProps) {
  const chart = useMemo(
    () => (
      <LineChart
        width={frame.box.width}
        height={frame.box.height}
        margin={chartMargin(frame, axes)}
        data={NO_DATA}
        accessibilityLayer={false}
      >
        {chartAxes(frame, axes)}
        <CurveLayer />
      </LineChart>
    ),
    [frame, axes],
  );
  return <Curves value={curves}>{chart}</Curves>;
});

/** The curves through recharts' scales, cut at the axes. */
function CurveLayer() {
  const curves = useContext(Curves);
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const clip = useId();
  if (!area || !x || !y) return null;
  const toX = (value: number) => x(value) ?? Number.NaN;
  const toY = (value: number | null) => (value === null ? Number.NaN : (y(value) ?? Number.NaN));
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <rect x={area.x} y={area.y - ROOM} width={area.width} height={area.height + 2 * ROOM} />
      </clipPath>
      {curves.map(({ key, points, form, look, fill }) => {
        const top = points.map((point) => [toX(point.x), toY(point.y)] as const);
        const path = linePath(top, form);
        const base = fill ? points.map((point, index) => [top[index]?.[0] ?? 0, toY(point.base ?? 0)] as const) : [];
        return (
          <g key={key}>
            {fill ? <path d={bandPath(path, linePath(base, form))} stroke="none" style={fill} /> : null}
            <path className="curve" d={path} style={look} />
          </g>
        );
      })}
    </g>
  );
}

/** Half the widest stroke, so that a line along an axis is not cut in half. */
const ROOM = 2;

/** The area between two paths that run the same way: out along the first, back along the second. */
function bandPath(upper: string, lower: string): string {
  const back = lower.slice(1).split("L").reverse();
  return upper === "" || lower === "" ? "" : `${upper}L${back.join("L")}Z`;
}
