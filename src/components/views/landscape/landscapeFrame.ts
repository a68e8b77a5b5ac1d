import type { LandscapeInfo, Point } from "../../../config/tables/landscape";
import { type BoxSize, invertLinear, linearScale, type Scale } from "../../charts/geometry/geometry";
import { MARGINS } from "../../charts/geometry/margins";

/** Where the plane is drawn: a 4 : 3 box, one unit as long on both axes. Lengths in pixels. */
export interface LandscapeFrame {
  width: number;
  height: number;
  unit: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** Pixels of one unit. */
  perUnit: number;
  /** Whole numbers on the axes. */
  xTicks: readonly number[];
  yTicks: readonly number[];
  /** The point of the plane at a place of the box. */
  pointAt(left: number, top: number): Point;
}

/** The largest such box. */
export function landscapeFrame({ width, height, unit }: BoxSize, { domain }: LandscapeInfo): LandscapeFrame {
  const [horizontal, vertical] = domain;
  const room = {
    x: width - (MARGINS.landscape.left + MARGINS.landscape.right) * unit,
    y: height - (MARGINS.landscape.top + MARGINS.landscape.bottom) * unit,
  };
  const spans = { x: horizontal[1] - horizontal[0], y: vertical[1] - vertical[0] };
  const perUnit = Math.max(1, Math.min(room.x / spans.x, room.y / spans.y));
  const left = MARGINS.landscape.left * unit;
  const top = MARGINS.landscape.top * unit;
  const right = left + perUnit * spans.x;
  const bottom = top + perUnit * spans.y;
  return {
    width,
    height,
    unit,
    left,
    right,
    top,
    bottom,
    x: linearScale(horizontal, left, right),
    y: linearScale(vertical, bottom, top),
    perUnit,
    xTicks: wholeNumbers(horizontal),
    yTicks: wholeNumbers(vertical),
    pointAt: (atLeft, atTop) => [
      invertLinear(horizontal, left, right, atLeft),
      invertLinear(vertical, bottom, top, atTop),
    ],
  };
}

function wholeNumbers([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(low);
  return Array.from({ length: Math.floor(high) - first + 1 }, (_, index) => first + index);
}
