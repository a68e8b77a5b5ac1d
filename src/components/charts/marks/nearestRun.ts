import type { DrawnPoint, DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";

/** Nearer than this, in units, a line is pointed at. */
const REACH = 24;

/** The run whose line passes nearest over or under a pixel of the plot; null where none is near. */
export function nearestRun(
  { x, y, box }: Pick<Frame, "x" | "y" | "box">,
  drawn: readonly DrawnSeries[],
  [pixelX, pixelY]: readonly [number, number],
): string | null {
  let nearest: string | null = null;
  let least = REACH * box.unit;
  for (const { run, points } of drawn) {
    const at = pointAt(points, pixelX, x);
    const distance = at === null ? Number.NaN : Math.abs(y(at) - pixelY);
    if (distance < least) [nearest, least] = [run, distance];
  }
  return nearest;
}

/** The last value at or before a pixel, of points ascending in x; null before the first. */
function pointAt(points: readonly DrawnPoint[], pixel: number, x: Frame["x"]): number | null {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x((points[middle] as DrawnPoint).x) <= pixel) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.y ?? null;
}
