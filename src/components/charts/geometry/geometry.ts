/** Where a chart's lines are drawn, in pixels of its box; `unit` is the chart label size relative to 13 px. */
export interface PlotBox {
  width: number;
  height: number;
  unit: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Size of a chart's box on screen and of its text. */
export interface BoxSize {
  width: number;
  height: number;
  unit: number;
}

/** Room around the lines, in units: tick labels left and below, markers above, names and values right. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From data units to pixels. */
export type Scale = (value: number) => number;

/** The box inside the margins. */
export function plotBox({ width, height, unit }: BoxSize, margins: Margins): PlotBox {
  return {
    width,
    height,
    unit,
    left: margins.left * unit,
    right: Math.max(margins.left * unit + 1, width - margins.right * unit),
    top: margins.top * unit,
    bottom: Math.max(margins.top * unit + 1, height - margins.bottom * unit),
  };
}

/** From data units to pixels, straight. */
export function linearScale([from, to]: readonly [number, number], start: number, end: number): Scale {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

/** From positive data units to pixels by their logarithm; NaN for what has none. */
export function logScale([from, to]: readonly [number, number], start: number, end: number): Scale {
  const span = Math.log(to / from) || 1;
  return (value) => (value > 0 ? start + (Math.log(value / from) / span) * (end - start) : Number.NaN);
}

/** From pixels back to data units of a straight axis. */
export function invertLinear([from, to]: readonly [number, number], start: number, end: number, pixel: number): number {
  return from + ((pixel - start) / (end - start || 1)) * (to - from);
}

/** From pixels back to data units of a log axis. */
export function invertLog([from, to]: readonly [number, number], start: number, end: number, pixel: number): number {
  return from * (to / from) ** ((pixel - start) / (end - start || 1));
}

/** How a line runs from point to point: straight, or holding each value until the next. */
export type LineForm = "linear" | "stepAfter";

/**
 * Pixels from a picture's corner beyond which a line is not followed: what a diverged run predicts lies 1e16 pixels away, and boxes
 * of that size stall what divides a page into squares (axe does). A segment that leaves the picture is bent by less than a pixel.
 */
const FAR = 1e4;

const near = (pixels: number) => Math.min(FAR, Math.max(-FAR, pixels)).toFixed(1);

/** An SVG path through points; what cannot be placed leaves a gap. */
export function linePath(points: Iterable<readonly [number, number]>, form: LineForm = "linear"): string {
  let path = "";
  let lastY = Number.NaN;
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      lastY = Number.NaN;
      continue;
    }
    const open = Number.isNaN(lastY);
    if (!open && form === "stepAfter") path += `L${near(x)} ${near(lastY)}`;
    path += `${open ? "M" : "L"}${near(x)} ${near(y)}`;
    lastY = y;
  }
  return path;
}
