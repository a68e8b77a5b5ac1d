import { useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { valueAtPixel } from "../geometry/pointer";
import { nearestRun } from "./nearestRun";
import { usePointedStep } from "./usePointedStep";
import { useZoom } from "./useZoom";

/** The plot that lies under a pixel of a figure. */
export interface PlotUnder {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  /** Its upper left corner in the figure, in pixels. */
  left: number;
  top: number;
}

/**
 * Pointer and key handlers of time charts: the step under the pointer becomes the one that all time charts show, the run whose line
 * is nearest is named in all of them, and a brush zooms all of them. `run` says by whose cost an axis of costs counts.
 */
export function useHover(run: string | undefined, plotUnder: (size: BoxSize, x: number, y: number) => PlotUnder) {
  const pointing = usePointedStep(
    useCallback(
      (size, pixelX, pixelY) => {
        const { frame, drawn, left, top } = plotUnder(size, pixelX, pixelY);
        const x = xUnder(frame, pixelX - left);
        if (x === null) return null;
        const near = nearestRun(frame, drawn, [pixelX - left, pixelY - top]);
        return { step: stepAtX(chartStore.getState(), x, run), run: near };
      },
      [run, plotUnder],
    ),
  );
  const zooming = useZoom(
    useCallback(
      (size, pixelX, pixelY) => {
        const { frame, left, top } = plotUnder(size, pixelX, pixelY);
        const box = {
          ...{ left: frame.box.left + left, right: frame.box.right + left },
          ...{ top: frame.box.top + top, bottom: frame.box.bottom + top },
        };
        // by the run of the sliders, as the drawn part of the axis
        const stepAt = (x: number) => stepAtX(chartStore.getState(), xUnder(frame, x - left) ?? 0);
        return xUnder(frame, pixelX - left) === null ? null : { box, stepAt };
      },
      [plotUnder],
    ),
  );
  return { ...pointing, ...zooming };
}

const xUnder = ({ box, xDomain, xScale }: Frame, pixel: number) => valueAtPixel(box, xDomain, pixel, xScale);
