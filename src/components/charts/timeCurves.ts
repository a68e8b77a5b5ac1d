import type { AxisKinds } from "./Axes";
import type { PlottedCurve } from "./CurvePaths";
import type { DrawnSeries } from "./drawnSeries";
import type { LineForm } from "./geometry";
import { edgeStroke, heroLast, seriesStroke } from "./seriesStroke";

/** Axes of a time chart, by the scale of its values. */
export const TIME_AXES: Record<"log" | "linear", AxisKinds> = {
  log: { x: "linear", y: "log", grid: "y" },
  linear: { x: "linear", y: "linear", grid: "y" },
};

/** The lines of a time chart in drawing order. */
export function curvesOf(drawn: readonly DrawnSeries[], form: LineForm): readonly PlottedCurve[] {
  return heroLast(drawn).map(({ run, token, variant, points, isEdge }) => ({
    key: run,
    points,
    form,
    look: isEdge ? edgeStroke(token) : seriesStroke(token, variant),
  }));
}
