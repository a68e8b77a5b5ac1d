import { contours } from "d3-contour";
import { LANDSCAPE_GRID } from "../../../config/tables/landscape";
import type { LandscapeFrame } from "./landscapeFrame";

/** The part of a surface at or below a level: an SVG path in the frame's pixels, and its corners. */
export interface Sublevel {
  path: string;
  points: readonly (readonly [number, number])[];
}

const { columns, rows } = LANDSCAPE_GRID;

/** A surface on the contour grid turned upside down: what d3 finds is the part above a level. */
export function flipped(surface: Float32Array): number[] {
  return Array.from(surface, (value) => -value);
}

/** Where a flipped surface is at or below a level, by marching squares. Beyond the grid it ends half a cell outside. */
export function sublevel(upsideDown: number[], level: number, frame: LandscapeFrame): Sublevel {
  const { coordinates } = contours().size([columns, rows]).contour(upsideDown, -level);
  const points: [number, number][] = [];
  // grid points are the middles of d3's cells
  const place = ([column = 0, row = 0]: number[]): [number, number] => [
    frame.left + ((column - 0.5) / (columns - 1)) * (frame.right - frame.left),
    frame.bottom - ((row - 0.5) / (rows - 1)) * (frame.bottom - frame.top),
  ];
  const path = coordinates.flatMap((polygon) =>
    polygon.map((ring) => {
      const placed = ring.map(place);
      points.push(...placed);
      return `M${placed.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
    }),
  );
  return { path: path.join(""), points };
}

/** Levels between the least loss and the greatest drawn, each a factor √10 nearer to the least. */
export function lossLevels(loss: Float32Array, leastLoss: number): number[] {
  const span = loss.reduce((most, value) => Math.max(most, value), 0) - leastLoss;
  return Array.from({ length: 9 }, (_, index) => leastLoss + span * 10 ** (-(index + 1) / 2));
}
