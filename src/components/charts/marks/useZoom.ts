import { type KeyboardEvent, type PointerEvent, useCallback, useRef } from "react";
import { experimentStore } from "../../../store/experiment/experimentStore";
import { useActions } from "../../ui/actionsContext";
import type { BoxSize } from "../geometry/geometry";
import type { StepsUnder } from "./pinch";

const fetchGestures = () => import("./zoomGestures");

const fetchPinch = () => import("./pinch");

/** "+" and "−" as keys are called, without and with Shift. */
const FACTORS: Partial<Record<string, 0.5 | 2>> = { "+": 0.5, "=": 0.5, "-": 2, _: 2 };

/**
 * What zooms all figures over steps: a brush over one of them, two fingers on it, + and − in it, and Escape or a double click for all
 * steps again. What follows a press is fetched with the first one, or by a mouse that comes near.
 */
export function useZoom(under: (size: BoxSize, x: number, y: number) => StepsUnder | null) {
  const { setZoom } = useActions();
  const finger = useRef<{ id: number; x: number } | null>(null);
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const { currentTarget: plot, clientX, clientY, pointerId: id } = event;
      const isTouch = event.pointerType === "touch";
      const first = finger.current;
      if (event.button !== 0 || (!event.isPrimary && (!isTouch || !first))) return;
      const { left, top } = plot.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      const found = under(size, x, y);
      const over = new AbortController();
      const { signal } = over;
      for (const end of ["pointerup", "pointercancel"] as const)
        plot.addEventListener(end, () => over.abort(), { signal });
      if (!event.isPrimary) {
        const fingers = [
          { id: 0, x: 0, ...first },
          { id, x },
        ] as const;
        fetchPinch().then(({ followPinch }) => {
          if (found && !signal.aborted) followPinch(plot, found, fingers, setZoom);
        });
        return;
      }
      const down = { id, x };
      finger.current = isTouch ? down : null;
      signal.addEventListener("abort", () => {
        finger.current = null;
      });
      const move = (moved: globalThis.PointerEvent) => {
        if (moved.pointerId === id) down.x = moved.clientX - left;
      };
      plot.addEventListener("pointermove", move, { signal });
      fetchGestures().then(({ followPress }) => {
        if (found && !signal.aborted) followPress({ plot, x, y, pointer: { id, isTouch }, ...found }, setZoom);
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
