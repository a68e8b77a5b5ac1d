import type { AxisKinds } from "../geometry/axisKinds";
import type { Frame } from "../geometry/frame";
import type { PlottedCurve } from "./CurvePaths";

/** Axes and curves: what both `PlotChart` and `PlainPlot` draw. */
export interface PlotProps {
  frame: Frame;
  /** Always the same object for the same kinds. */
  axes: AxisKinds;
  /** Drawn in this order. */
  curves: readonly PlottedCurve[];
}
