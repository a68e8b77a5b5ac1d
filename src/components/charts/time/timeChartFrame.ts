import { formatNumber } from "../../../store/words/format";
import type { DrawnSeries } from "../curves/drawnSeries";
import { type Frame, type TimeAxes, timeFrame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { textWidth, widest } from "../geometry/textWidth";
import { nameMargins } from "../labels/nameMargins";

/** What decides where a time chart's lines and names stand. */
export interface TimeChartRoom extends TimeAxes {
  size: BoxSize;
  /** Shown series in drawing order, with the points to draw. */
  drawn: readonly DrawnSeries[];
}

/** Values in steps of this many units, so that a changing number seldom moves the axes. */
const SNAP = 8;

/** The frame of a time chart with the names of its lines at the right, and whether there is room for their values too. */
export function timeChartFrame({ size, drawn, ...axes }: TimeChartRoom): {
  frame: Frame;
  hasValues: boolean;
} {
  const widths = {
    name: widest(
      drawn.map(({ name }) => name),
      "label",
    ),
    value: SNAP * Math.ceil(Math.max(textWidth("0.01234", "tick"), ...drawn.map(valueWidth)) / SNAP),
  };
  let hasValues = false;
  const frame = timeFrame(size, axes, (left) => {
    const room = nameMargins(size, left, widths);
    hasValues = room.hasValues;
    return room.margins;
  });
  return { frame, hasValues };
}

const valueWidth = ({ status, last }: DrawnSeries): number =>
  status === "diverged" ? textWidth("diverged", "label") : last ? textWidth(formatNumber(last.y), "tick") : 0;
