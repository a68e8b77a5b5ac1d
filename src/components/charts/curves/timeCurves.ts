import { runMark } from "../../ui/runMark";
import { heroLast, strokeOf } from "../../ui/seriesStroke";
import type { AxisKinds } from "../geometry/axisKinds";
import type { LineForm } from "../geometry/geometry";
import type { PlottedCurve } from "./CurvePaths";
import type { DrawnSeries } from "./drawnSeries";

/** Axes of a time chart, by the scale of its values. */
export const TIME_AXES: Record<"log" | "linear", AxisKinds> = {
  log: { x: "linear", y: "log", grid: "y" },
  linear: { x: "linear", y: "linear", grid: "y" },
};

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
