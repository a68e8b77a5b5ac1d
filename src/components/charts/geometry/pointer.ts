import { invertLinear, invertLog, type PlotBox } from "./geometry";

/** Beyond the ends of an axis a pointer still counts as on it, in pixels. */
const REACH_PX = 4;

/** The value of an x-axis under a pixel of the box; null beyond its ends. */
export function valueAtPixel(
  { left, right }: Pick<PlotBox, "left" | "right">,
  domain: readonly [number, number],
  pixel: number,
  scale: "linear" | "log" = "linear",
): number | null {
  if (pixel < left - REACH_PX || pixel > right + REACH_PX) return null;
  return Math.min(
    domain[1],
    Math.max(domain[0], (scale === "log" ? invertLog : invertLinear)(domain, left, right, pixel)),
  );
}
