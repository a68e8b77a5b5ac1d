import type { AxisScale, ChartAxes } from "../../../store/experiment/chartAxes";
import { runMark } from "../../ui/runMark";
import { heroLast, strokeOf } from "../../ui/seriesStroke";
import type { AxisKinds } from "../geometry/axisKinds";
import type { LineForm } from "../geometry/geometry";
import type { PlottedCurve } from "./CurvePaths";
import type { DrawnSeries } from "./drawnSeries";

/** Axes of a time chart, by the scale of its values. */
export const TIME_AXES: Record<AxisScale, AxisKinds> = {
  log: { x: "linear", y: "log", grid: "y" },
  linear: { x: "linear", y: "linear", grid: "y" },
};
const LOG_TIME_AXES: Record<AxisScale, AxisKinds> = {
  log: { x: "log", y: "log", grid: "y" },
  linear: { x: "log", y: "linear", grid: "y" },
};

/** Axes of a time chart; always the same object for the same scales. */
export const timeAxes = ({ x, y }: Pick<ChartAxes, "x" | "y">): AxisKinds =>
  (x === "log" ? LOG_TIME_AXES : TIME_AXES)[y];

/** The lines of a time chart in drawing order. */
export function curvesOf(drawn: readonly DrawnSeries[], form: LineForm): readonly PlottedCurve[] {
  return heroLast(drawn).map(({ run, token, variant, points, isEdge, isGhost }) => ({
    key: run,
    points,
    form,
    look: strokeOf({ token, isEdge, isGhost }),
    mark: isEdge ? null : runMark(token, variant),
  }));
}
