import { type PointerEvent, useCallback } from "react";
import { stepAtX } from "../../../store/charts/chartSelectors";
import { chartStore } from "../../../store/experiment/experimentStore";
import type { DrawnSeries } from "../../charts/curves/drawnSeries";
import { type BoxSize, plotBox } from "../../charts/geometry/geometry";
import { valueAtPixel } from "../../charts/geometry/pointer";
import { endLabelMargins } from "../../charts/labels/endLabelMargins";
import { useActions } from "../../ui/actionsContext";
import { panelsOf } from "./panelPlaces";

/** Pointer handlers of the two charts: the step under the pointer in either becomes the one that all charts show. */
export function useGapHover(drawn: readonly DrawnSeries[], xEnd: number) {
  const actions = useActions();
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const { box: panel, second, isStacked } = panelsOf(size);
      const box = plotBox(panel, endLabelMargins(drawn));
      const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left;
      const within = isStacked || pixel < second.left ? pixel : pixel - second.left;
      const x = valueAtPixel(box, [0, xEnd], within);
      actions.setHover(x === null ? null : stepAtX(chartStore.getState(), x, drawn[0]?.run));
    },
    [actions, drawn, xEnd],
  );
  const onPointerLeave = useCallback(() => actions.setHover(null), [actions]);
  return { onPointerMove, onPointerLeave };
}
