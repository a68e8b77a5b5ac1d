import type { Frame } from "./frame";
import type { PlotBox } from "./geometry";
import { TICK_GAP } from "./tickRoom";

/** Where an SVG text stands. */
export interface TextPlace {
  x: number;
  y: number;
  dy?: string;
  textAnchor?: "start" | "middle" | "end";
}

/** How a label of a tick hangs at its place: below it, or left of it. */
export const TICK_HANG = {
  x: { dy: "0.71em", textAnchor: "middle" },
  y: { dy: "0.355em", textAnchor: "end" },
} as const;

/** The label of a tick of a chart's x-axis. */
export function xTickPlace({ box, x }: Frame, tick: number): TextPlace {
  return { x: x(tick), y: box.bottom + TICK_GAP.x * box.unit, ...TICK_HANG.x };
}

/** The label of a tick of a chart's y-axis. */
export function yTickPlace({ box, y }: Frame, tick: number): TextPlace {
  return { x: box.left - TICK_GAP.y * box.unit, y: y(tick), ...TICK_HANG.y };
}

/** A line's two ends. */
interface LinePlace {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The lines that cross the axis whose values are read off. */
export function gridLines(
  { box, x, y, xTicks, yTicks }: Frame,
  across: "x" | "y",
): { tick: number; line: LinePlace }[] {
  const { left, right, top, bottom } = box;
  return across === "x"
    ? xTicks.map((tick) => ({ tick, line: { x1: x(tick), y1: top, x2: x(tick), y2: bottom } }))
    : yTicks.map((tick) => ({ tick, line: { x1: left, y1: y(tick), x2: right, y2: y(tick) } }));
}

/** The plot alone, for an inner `<svg>` that cuts what it draws but keeps the places of the outer one. */
export function innerBox({ left, right, top, bottom }: Pick<PlotBox, "left" | "right" | "top" | "bottom">) {
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}` };
}

/** The line of the x-axis; a chart has no other frame. */
export function axisLine({ left, right, bottom }: Pick<PlotBox, "left" | "right" | "bottom">): LinePlace {
  return { x1: left, y1: bottom, x2: right, y2: bottom };
}

/**
 * What the x-axis counts: beside its last tick, `at` units from the end of the axis, or, where it is too long for that (`width` in
 * units), over the end of the axis.
 */
export function xTitlePlace({ right, bottom, width, height, unit }: PlotBox, at: number, long: number): TextPlace {
  return right + (at + long) * unit <= width
    ? { x: right + at * unit, y: height - 6 * unit }
    : { x: right - 4 * unit, y: bottom - 5 * unit, textAnchor: "end" };
}

/** A title may stand out of its figure by so many units. */
const SLACK = 8;

/** What the y-axis counts: over its first tick, or from the figure's edge where it is too long for that (`width` in units). */
export function yTitlePlace({ left, unit }: PlotBox, width = 0): TextPlace {
  const end = left - 8 * unit;
  const isLong = (width - SLACK) * unit > end;
  return { x: isLong ? 0 : end, y: 8 * unit, textAnchor: isLong ? "start" : "end" };
}
