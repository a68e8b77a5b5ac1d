import type { LandscapeInfo } from "../../../config/tables/landscape";
import { type BoxSize, invertLinear, linearScale } from "../../charts/geometry/geometry";
import { MARGINS } from "../../charts/geometry/margins";
import type { PlaneFrame } from "../../charts/geometry/planeFrame";

/** A 4 : 3 box. */
export interface LandscapeFrame extends PlaneFrame {
  width: number;
  height: number;
  /** Whole numbers on the axes. */
  xTicks: readonly number[];
  yTicks: readonly number[];
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
