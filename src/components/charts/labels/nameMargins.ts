import type { BoxSize, Margins } from "../geometry/geometry";
import { LINE_END } from "../geometry/lineEnds";
import { MARGINS } from "../geometry/margins";

/** A plot takes at least this share of its figure's width, whatever its names, and with values beside them this. */
export const LEAST_SHARE = 0.65;
export const SHARE_WITH_VALUES = 0.6;
/** Between a name and its value, and right of the last letter, in units. */
const GAP = 8;
const EDGE = 1;

/** What wants to stand right of a plot, in units: the widest name, and the widest value beside one. */
export interface NameWidths {
  /** From the axis to the names. */
  at?: number;
  name: number;
  value: number;
}

/** Room around a plot with names at its right. */
export interface NameMargins {
  margins: Margins;
  /** There is room for a value beside each name. */
  hasValues: boolean;
}

/**
 * The room that names, and values beside them, take from a plot: as much as the longest there is needs, as long as the plot keeps
 * its share of the figure. Values give way first; names that are longer still lie over the end of the plot (`RunNames`).
 */
export function nameMargins(
  { width, unit }: BoxSize,
  left: number,
  { at = LINE_END.name, name, value }: NameWidths,
): NameMargins {
  const roomAt = (share: number) => Math.max(0, (1 - share) * (width / unit) - left);
  const names = at + name + EDGE;
  const both = names + GAP + value;
  const hasValues = value > 0 && both <= roomAt(SHARE_WITH_VALUES);
  const right = Math.floor(hasValues ? Math.ceil(both) : Math.min(Math.ceil(names), roomAt(LEAST_SHARE)));
  return { margins: { ...MARGINS.time, left, right }, hasValues };
}
