import { type PointerEvent, useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import { useActions } from "../../ui/actionsContext";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { valueAtPixel } from "../geometry/pointer";
import { nearestRun } from "./nearestRun";

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
  const actions = useActions();
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const corner = event.currentTarget.getBoundingClientRect();
      const [pixelX, pixelY] = [event.clientX - corner.left, event.clientY - corner.top];
      const { frame, drawn, left, top } = plotUnder(size, pixelX, pixelY);
      const x = valueAtPixel(frame.box, frame.xDomain, pixelX - left);
      actions.setHover(x === null ? null : stepAtX(chartStore.getState(), x, run));
      actions.setPointedRun(x === null ? null : nearestRun(frame, drawn, [pixelX - left, pixelY - top]));
    },
    [actions, run, plotUnder],
  );
  const onPointerLeave = useCallback(() => {
    actions.setHover(null);
    actions.setPointedRun(null);
  }, [actions]);
  return { onPointerMove, onPointerLeave };
}
