import { formatTick } from "./format";
import { widest } from "./textWidth";

/** From an axis to the labels of its ticks, in units. */
export const TICK_GAP = { x: 7.5, y: 8 } as const;

/** Room for the title over a y-axis, in units, however short its numbers are. */
const LEAST = 28;

/** Room left of a plot for the numbers of its y-axis, in units. */
export function tickRoom(ticks: readonly number[]): number {
  return Math.max(LEAST, Math.ceil(widest(ticks.map(formatTick), "tick") + TICK_GAP.y + 1));
}
