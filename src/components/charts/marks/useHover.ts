import { type PointerEvent, useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import { useActions } from "../../ui/actionsContext";
import { type BoxSize, invertLinear, type Margins, plotBox } from "../geometry/geometry";

/** Pointer handlers of a time chart: the step under the pointer becomes the one that all time charts show. */
export function useHover(run: string | undefined, xEnd: number, margins: Margins) {
  const actions = useActions();
  const { left, right, top, bottom } = margins;
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const box = plotBox(size, { left, right, top, bottom });
      const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left;
      if (pixel < box.left - 4 || pixel > box.right + 4) return actions.setHover(null);
      const x = invertLinear([0, xEnd], box.left, box.right, pixel);
      actions.setHover(stepAtX(chartStore.getState(), Math.min(xEnd, Math.max(0, x)), run));
    },
    [actions, run, xEnd, left, right, top, bottom],
  );
  const onPointerLeave = useCallback(() => actions.setHover(null), [actions]);
  return { onPointerMove, onPointerLeave };
}
