import { type BoxSize, linearScale, logScale, type Margins, type PlotBox, plotBox, type Scale } from "./geometry";
import { tickRoom } from "./tickRoom";
import { linearTicks, logTicks, roundInterval } from "./ticks";

/** Everything the layers of one chart share: box, scales and ticks. */
export interface Frame {
  box: PlotBox;
  x: Scale;
  y: Scale;
  xDomain: [number, number];
  yDomain: [number, number];
  xTicks: number[];
  yTicks: number[];
}

/** Round ticks of a straight axis that pass neither of its ends; 0 need not be on it. */
export function ticksWithin([from, to]: readonly [number, number], most = 5): number[] {
  const interval = roundInterval(to - from, most);
  const first = Math.ceil(from / interval - 1e-9);
  const count = Math.floor(to / interval + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * interval).toPrecision(12)));
}

/** Room around a plot; where what is left of it depends on the numbers of its y-axis, by that room. */
export type MarginsBeside = Margins | ((left: number) => Margins);

const marginsOf = (margins: MarginsBeside, yTicks: readonly number[]): Margins =>
  typeof margins === "function" ? margins(tickRoom(yTicks)) : margins;

/** The frame of a time chart: its y-axis holds the given values, its x-axis runs from 0 to `xEnd`. */
export function timeFrame(
  size: BoxSize,
  xEnd: number,
  yValues: Iterable<number>,
  yScale: "log" | "linear",
  margins: MarginsBeside,
): Frame {
  const { domain, ticks } = yScale === "log" ? logTicks(yValues) : linearTicks(yValues);
  const box = plotBox(size, marginsOf(margins, ticks));
  const x: [number, number] = [0, xEnd];
  return {
    box,
    x: linearScale(x, box.left, box.right),
    y: (yScale === "log" ? logScale : linearScale)(domain, box.bottom, box.top),
    xDomain: x,
    yDomain: domain,
    xTicks: ticksWithin(x, box.right - box.left < 260 * box.unit ? 4 : 6),
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
