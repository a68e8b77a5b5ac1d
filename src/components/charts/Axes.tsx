import { CartesianGrid, XAxis, YAxis } from "recharts";
import { formatTick } from "./format";
import type { Frame } from "./frame";

/** Ends of an axis as recharts wants them; no default domain of its own. */
const FIXED = { allowDataOverflow: true, interval: 0, tickLine: false, tickSize: 0, type: "number" } as const;

/** Grid and axes of a chart inside `<LineChart>` or `<AreaChart>`: ticks in data units, chosen by the frame. */
export function chartAxes(frame: Frame, yScale: "log" | "linear") {
  const { box } = frame;
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--grid)" />,
    <XAxis
      key="x"
      {...FIXED}
      dataKey="x"
      domain={frame.xDomain}
      ticks={frame.xTicks}
      tickFormatter={formatTick}
      height={box.height - box.bottom}
      tickMargin={7.5 * box.unit}
      axisLine={{ stroke: "var(--line-strong)" }}
    />,
    <YAxis
      key="y"
      {...FIXED}
      scale={yScale}
      domain={frame.yDomain}
      ticks={frame.yTicks}
      tickFormatter={formatTick}
      width={box.left}
      tickMargin={8 * box.unit}
      axisLine={false}
    />,
  ];
}

/** The margins that put recharts' lines into our box; the axes take the left and lower side. */
export function chartMargin({ box }: Frame) {
  return { top: box.top, right: box.width - box.right, bottom: 0, left: 0 };
}
