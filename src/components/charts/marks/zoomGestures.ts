import type { Actions } from "../../../store/actions/actions";
import { experimentStore } from "../../../store/experiment/experimentStore";
import { shownStep } from "../../../store/experiment/shownStep";
import type { PlotBox } from "../geometry/geometry";
import "./zoomGestures.css";

/** A press on a plot that may become a brush over some of its steps. */
export interface PlotPress {
  /** The drawing, in whose pixels places are counted. */
  plot: HTMLElement;
  x: number;
  y: number;
  pointer: { id: number; isTouch: boolean };
  /** The axes under it, in pixels of the drawing. */
  box: Pick<PlotBox, "left" | "right" | "top" | "bottom">;
  /** The step at a place within the axes. */
  stepAt(x: number): number;
}

/** A mouse that moved so far draws a brush; a finger that did so before its time scrolls or points. */
const SLOP_PX = 6;
const LONG_PRESS_MS = 400;
/** A brush over less than this is a slip. */
const LEAST_PX = 8;

/**
 * Follows a press until it ends: dragged by a mouse, or by a finger that rested for a moment, it marks the steps to zoom to. Escape
 * and a gesture that the browser takes away leave everything as it was.
 */
export function followPress({ plot, x, y, pointer, box, stepAt }: PlotPress, setZoom: Actions["setZoom"]): void {
  const brush = plot.ownerDocument.createElement("div");
  brush.className = "brush";
  let isOn = false;
  let end = x;
  const inside = (at: number) => Math.min(box.right, Math.max(box.left, at));
  const draw = () => {
    const [from, to] = [inside(x), inside(end)].toSorted((a, b) => a - b) as [number, number];
    brush.style.cssText = `left:${from}px;width:${to - from}px;top:${box.top}px;height:${box.bottom - box.top}px`;
  };
  const start = () => {
    isOn = true;
    if (plot.isConnected) plot.setPointerCapture(pointer.id);
    plot.append(brush);
    draw();
  };
  const timer = pointer.isTouch ? setTimeout(start, LONG_PRESS_MS) : undefined;
  const over = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    over.abort();
    brush.remove();
  };
  const listen = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    act: (event: HTMLElementEventMap[Type]) => void,
  ) => plot.addEventListener(type, act, { signal: over.signal });
  listen("pointermove", (event) => {
    if (event.pointerId !== pointer.id) return;
    const { left, top } = plot.getBoundingClientRect();
    end = event.clientX - left;
    if (isOn) return draw();
    if (Math.hypot(end - x, event.clientY - top - y) < SLOP_PX) return;
    if (pointer.isTouch) stop();
    else start();
  });
  listen("pointerup", (event) => {
    if (event.pointerId !== pointer.id) return;
    stop();
    if (isOn && Math.abs(inside(end) - inside(x)) >= LEAST_PX) setZoom([stepAt(inside(x)), stepAt(inside(end))]);
  });
  listen("pointercancel", stop);
  listen("pointerdown", stop); // a second finger
  listen("contextmenu", (event) => event.preventDefault());
  plot.ownerDocument.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      stop();
    },
    { signal: over.signal, capture: true },
  );
}

/** The fewest steps that a key zooms to. */
const LEAST_STEPS = 4;

/** Half or twice the steps around the one that is shown, or around the middle. */
export function zoomBy(factor: 0.5 | 2, setZoom: Actions["setZoom"]): void {
  const state = experimentStore.getState();
  const { zoom, firstStep } = state.display;
  const [from, to] = zoom ?? [firstStep, state.step];
  const [first, last] = [Math.min(firstStep, from), Math.max(state.step, to)];
  const span = Math.max(LEAST_STEPS, Math.round((to - from) * factor));
  const shown = shownStep(state);
  const middle = shown !== null && shown >= from && shown <= to ? shown : (from + to) / 2;
  const start = Math.max(first, Math.min(last - span, Math.round(middle - span / 2)));
  setZoom(span >= last - first ? null : [start, start + span]);
}
