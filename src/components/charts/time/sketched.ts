import { createContext, type ReactNode } from "react";
import type { AxisScale } from "../../../store/experiment/chartAxes";
import type { Frame } from "../geometry/frame";
import type { Guide } from "../marks/Guide";

/** What a person draws, or drew, into a chart over steps. */
interface Sketched {
  /** The step that the chart reaches at least. */
  to: number;
  /** The curve, and values that there is room for. */
  guide: Guide;
  /** What takes the pointer, over the chart. */
  layer: (frame: Frame, yScale: AxisScale) => ReactNode;
}

/** Gives the chart of η below it what is drawn into it; null: nothing is. */
export const SketchContext = createContext<Sketched | null>(null);
