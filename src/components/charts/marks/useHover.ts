import { useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { valueAtPixel } from "../geometry/pointer";
import { nearestRun } from "./nearestRun";
import { usePointedStep } from "./usePointedStep";

/** The plot that lies under a pixel of a figure. */
export interface PlotUnder {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  /** Its upper left corner in the figure, in pixels. */
  left: number;
  top: number;
}

/**
 * Pointer handlers of time charts: the step under the pointer becomes the one that all time charts show, and the run whose line is
 * nearest is named in all of them. `run` says by whose cost an axis of costs counts.
 */
export function useHover(run: string | undefined, plotUnder: (size: BoxSize, x: number, y: number) => PlotUnder) {
  return usePointedStep(
    useCallback(
      (size, pixelX, pixelY) => {
        const { frame, drawn, left, top } = plotUnder(size, pixelX, pixelY);
        const x = valueAtPixel(frame.box, frame.xDomain, pixelX - left, frame.xScale);
        if (x === null) return null;
        const near = nearestRun(frame, drawn, [pixelX - left, pixelY - top]);
        return { step: stepAtX(chartStore.getState(), x, run), run: near };
      },
      [run, plotUnder],
    ),
  );
}
