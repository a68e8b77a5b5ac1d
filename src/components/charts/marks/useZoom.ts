import { type KeyboardEvent, type PointerEvent, useCallback } from "react";
import { experimentStore } from "../../../store/experiment/experimentStore";
import { useActions } from "../../ui/actionsContext";
import type { BoxSize, PlotBox } from "../geometry/geometry";

/** The axes that lie under a pixel of a figure, in its pixels, and the step at a place on them. */
export interface StepsUnder {
  box: Pick<PlotBox, "left" | "right" | "top" | "bottom">;
  stepAt(x: number): number;
}

const fetchGestures = () => import("./zoomGestures");

/** "+" and "−" as keys are called, without and with Shift. */
const FACTORS: Partial<Record<string, 0.5 | 2>> = { "+": 0.5, "=": 0.5, "-": 2, _: 2 };

/**
 * What zooms all figures over steps: a brush over one of them, + and − in it, and Escape or a double click for all steps again. What
 * follows a press is fetched with the first one, or by a mouse that comes near.
 */
export function useZoom(under: (size: BoxSize, x: number, y: number) => StepsUnder | null) {
  const { setZoom } = useActions();
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const { currentTarget: plot, clientX, clientY, pointerId: id } = event;
      if (event.button !== 0 || !event.isPrimary) return;
      const { left, top } = plot.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      const found = under(size, x, y);
      const pointer = { id, isTouch: event.pointerType === "touch" };
      let isDown = true;
      const lift = () => {
        isDown = false;
      };
      for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, lift, { once: true });
      fetchGestures().then(({ followPress }) => {
        if (found && isDown) followPress({ plot, x, y, pointer, ...found }, setZoom);
      });
    },
    [under, setZoom],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const factor = event.ctrlKey || event.metaKey || event.altKey ? undefined : FACTORS[event.key];
      const isReset = event.key === "Escape" && experimentStore.getState().display.zoom !== null;
      if (event.defaultPrevented || (!factor && !isReset)) return;
      event.preventDefault();
      if (factor) fetchGestures().then(({ zoomBy }) => zoomBy(factor, setZoom));
      else setZoom(null);
    },
    [setZoom],
  );
  const onDoubleClick = useCallback(() => setZoom(null), [setZoom]);
  return { onPointerDown, onPointerEnter: fetchGestures, onKeyDown, onDoubleClick };
}
