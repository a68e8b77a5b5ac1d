import type { BoxSize } from "../../charts/geometry/geometry";

/** Room between the two charts, in units. */
const BETWEEN = 28;
/** The title of a y-axis over its chart, in units. */
export const TITLE_HEIGHT = 14;
/** Narrower than this, in units, one stands under the other. */
const LEAST_WIDTH = 720;

/** Where the two charts of a box stand, and the size of each. */
export function panelsOf({ width, height, unit }: BoxSize) {
  const isStacked = width < LEAST_WIDTH * unit;
  const gap = BETWEEN * unit;
  const box: BoxSize = isStacked
    ? { width, height: (height - gap) / 2, unit }
    : { width: (width - gap) / 2, height, unit };
  const second = isStacked ? { left: 0, top: box.height + gap } : { left: box.width + gap, top: 0 };
  return { isStacked, box, first: { left: 0, top: 0 }, second };
}
