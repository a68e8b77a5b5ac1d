import type { AxisScale } from "../../../store/experiment/chartAxes";
import { type BoxSize, linearScale, logScale, type Margins, type PlotBox, plotBox, type Scale } from "./geometry";
import { tickRoom } from "./tickRoom";
import { linearTicks, logTicks, logTicksWithin, rangeTicks, ticksWithin } from "./ticks";

/** Everything the layers of one chart share: box, scales and ticks. */
export interface Frame {
  box: PlotBox;
  x: Scale;
  y: Scale;
  /** Straight where it is not said. */
  xScale?: AxisScale;
  xDomain: [number, number];
  yDomain: [number, number];
  xTicks: number[];
  yTicks: number[];
}

/** Room around a plot; where what is left of it depends on the numbers of its y-axis, by that room. */
export type MarginsBeside = Margins | ((left: number) => Margins);

const marginsOf = (margins: MarginsBeside, yTicks: readonly number[]): Margins =>
  typeof margins === "function" ? margins(tickRoom(yTicks)) : margins;

/** The axes of a time chart. */
export interface TimeAxes {
  /** The drawn part of the time axis; above 0 where that is logarithmic. */
  xRange: readonly [number, number];
  xScale?: AxisScale;
  /** What the y-axis holds. */
  yValues: Iterable<number>;
  yScale: AxisScale;
  /** A straight y-axis need not begin at 0. */
  isPart?: boolean;
}

/** The frame of a time chart: its y-axis holds the given values. */
export function timeFrame(size: BoxSize, axes: TimeAxes, margins: MarginsBeside): Frame {
  const { xRange, xScale = "linear", yValues, yScale, isPart } = axes;
  const { domain, ticks } = yScale === "log" ? logTicks(yValues) : isPart ? rangeTicks(yValues) : linearTicks(yValues);
  const box = plotBox(size, marginsOf(margins, ticks));
  const xDomain: [number, number] = [...xRange];
  const isLogX = xScale === "log";
  return {
    box,
    x: (isLogX ? logScale : linearScale)(xDomain, box.left, box.right),
    y: (yScale === "log" ? logScale : linearScale)(domain, box.bottom, box.top),
    xScale,
    xDomain,
    yDomain: domain,
    xTicks: (isLogX ? logTicksWithin : ticksWithin)(xDomain, box.right - box.left < 260 * box.unit ? 4 : 6),
    yTicks: ticks,
  };
}

/** The frame of a chart of data points: straight axes over the given x, and over the given y with room around. */
export function dataFrame(size: BoxSize, xs: Iterable<number>, ys: Iterable<number>, margins: MarginsBeside): Frame {
  const xDomain = extent(xs);
  const [low, high] = extent(ys);
  const room = 0.08 * (high - low);
  const yDomain: [number, number] = [low - room, high + room];
  const yTicks = ticksWithin(yDomain, 6);
  const box = plotBox(size, marginsOf(margins, yTicks));
  return {
    box,
    x: linearScale(xDomain, box.left, box.right),
    y: linearScale(yDomain, box.bottom, box.top),
    xDomain,
    yDomain,
    xTicks: ticksWithin(xDomain, 5),
    yTicks,
  };
}

function extent(values: Iterable<number>): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low < high ? [low, high] : [low - 1, low + 1];
}
