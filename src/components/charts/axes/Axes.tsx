import { CartesianGrid, XAxis, YAxis } from "recharts";
import type { AxisKinds } from "../geometry/axisKinds";
import { TICK_HANG } from "../geometry/axisPlaces";
import type { Frame } from "../geometry/frame";
import { TICK_GAP } from "../geometry/tickRoom";
import { TickLabel } from "./TickLabel";

/** Ends of an axis as recharts wants them; no default domain of its own. */
const FIXED = { allowDataOverflow: true, interval: 0, tickLine: false, tickSize: 0, type: "number" } as const;

/** Where recharts wants a label. */
interface TickPlace {
  x: string | number;
  y: string | number;
  payload: { value: number };
}

/** Labels of our own: recharts' measure every word in the layout of the page before they are drawn. */
const xTick = ({ x, y, payload }: TickPlace) => (
  <TickLabel place={{ x: Number(x), y: Number(y), ...TICK_HANG.x }} value={payload.value} />
);
const yTick = ({ x, y, payload }: TickPlace) => (
  <TickLabel place={{ x: Number(x), y: Number(y), ...TICK_HANG.y }} value={payload.value} />
);

/** Grid and axes of a chart inside `<LineChart>`: ticks in data units, chosen by the frame. */
export function chartAxes(frame: Frame, kinds: AxisKinds) {
  const { box } = frame;
  return [
    <CartesianGrid
      key="grid"
      syncWithTicks
      vertical={kinds.grid === "x"}
      horizontal={kinds.grid === "y"}
      stroke="var(--grid)"
    />,
    <XAxis
      key="x"
      {...FIXED}
      dataKey="x"
      scale={kinds.x}
      domain={frame.xDomain}
      ticks={frame.xTicks}
      tick={xTick}
      height={box.height - box.bottom}
      tickMargin={TICK_GAP.x * box.unit}
      axisLine={{ stroke: "var(--line-strong)" }}
    />,
    <YAxis
      key="y"
      {...FIXED}
      hide={kinds.y === "hidden"}
      scale={kinds.y === "hidden" ? "linear" : kinds.y}
      domain={frame.yDomain}
      ticks={frame.yTicks}
      tick={yTick}
      width={box.left}
      tickMargin={TICK_GAP.y * box.unit}
      axisLine={false}
    />,
  ];
}

/** The margins that put recharts' plot into our box; the axes take the left and lower side. */
export function chartMargin({ box }: Frame, kinds: AxisKinds) {
  return { top: box.top, right: box.width - box.right, bottom: 0, left: kinds.y === "hidden" ? box.left : 0 };
}
