import { type PointerEvent, useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import { useActions } from "../../ui/actionsContext";
import { type BoxSize, type Margins, plotBox } from "../geometry/geometry";
import { valueAtPixel } from "../geometry/pointer";

/** Pointer handlers of a time chart: the step under the pointer becomes the one that all time charts show. */
export function useHover(run: string | undefined, xEnd: number, margins: Margins) {
  const actions = useActions();
  const { left, right, top, bottom } = margins;
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const box = plotBox(size, { left, right, top, bottom });
      const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left;
      const x = valueAtPixel(box, [0, xEnd], pixel);
      actions.setHover(x === null ? null : stepAtX(chartStore.getState(), x, run));
    },
    [actions, run, xEnd, left, right, top, bottom],
  );
  const onPointerLeave = useCallback(() => actions.setHover(null), [actions]);
  return { onPointerMove, onPointerLeave };
}
