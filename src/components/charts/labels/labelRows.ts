import type { PlotBox } from "../geometry/geometry";
import type { LabelRows } from "./placeLabels";

/** From one label to the next, in units. */
const ROW = 16;
/** Over the labels of a time chart it says of which step their values are, in units. */
const HEAD = 14;
/** The last label stands so far over the axis, in units: what the x-axis counts is beside it. */
const FOOT = 6;

/** Rows of names beside a plot; under a line of words where they have values. */
export function labelRows(
  { top, bottom, unit }: Pick<PlotBox, "top" | "bottom" | "unit">,
  hasHead: boolean,
): LabelRows {
  return { gap: ROW * unit, top: top + (hasHead ? HEAD : 0) * unit, bottom: bottom - FOOT * unit };
}
