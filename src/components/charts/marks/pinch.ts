import type { Actions } from "../../../store/actions/actions";
import { experimentStore } from "../../../store/experiment/experimentStore";
import type { PlotBox } from "../geometry/geometry";

/** The axes that lie under a pixel of a figure, in its pixels, and the step at a place on them. */
export interface StepsUnder {
  box: Pick<PlotBox, "left" | "right" | "top" | "bottom">;
  stepAt(x: number): number;
}

/** A finger on a plot, at a pixel of the drawing from its left. */
export interface Finger {
  id: number;
  x: number;
}

/** Fingers closer than this, one above the other, count as so far apart. */
const LEAST_SPREAD_PX = 24;
/** The fewest steps that are zoomed to. */
const LEAST_STEPS = 4;

const centreOf = ([a, b]: readonly [Finger, Finger]) => (a.x + b.x) / 2;
const spreadOf = ([a, b]: readonly [Finger, Finger]) => Math.max(LEAST_SPREAD_PX, Math.abs(a.x - b.x));

/**
 * The steps to show so that what was under two fingers stays under them, as they spread, close or move across; null: all. `steps` are
 * the first and the last that there are.
 */
export function pinchedSteps(
  { box: { left, right }, stepAt }: StepsUnder,
  before: readonly [Finger, Finger],
  now: readonly [Finger, Finger],
  [first, last]: readonly [number, number],
): [number, number] | null {
  const scale = spreadOf(now) / spreadOf(before);
  const [start, end] = [stepAt(left), stepAt(right)];
  const perPixel = (end - start) / (right - left);
  /** Beyond the axes steps go on as they do within. */
  const stepAtEdge = (edge: number): number => {
    const pixel = centreOf(before) + (edge - centreOf(now)) / scale;
    if (pixel < left) return start - (left - pixel) * perPixel;
    return pixel > right ? end + (pixel - right) * perPixel : stepAt(pixel);
  };
  const [from, to] = [stepAtEdge(left), stepAtEdge(right)];
  const span = Math.max(LEAST_STEPS, Math.round(to - from));
  if (span >= last - first) return null;
  const middle = (from + to) / 2;
  const begin = Math.min(last - span, Math.max(first, Math.round(middle - span / 2)));
  return [begin, begin + span];
}

/** Follows two fingers on a plot until one is lifted, or the browser takes the gesture away. */
export function followPinch(
  plot: HTMLElement,
  under: StepsUnder,
  fingers: readonly [Finger, Finger],
  setZoom: Actions["setZoom"],
): void {
  const { left, right } = under.box;
  if (fingers.some(({ x }) => x < left || x > right)) return; // one of them on a plot beside it
  const state = experimentStore.getState();
  const { zoom, firstStep } = state.display;
  const ends = [Math.min(firstStep, zoom?.[0] ?? firstStep), Math.max(state.step, zoom?.[1] ?? 0)] as const;
  let now = fingers;
  const over = new AbortController();
  for (const { id } of fingers) plot.setPointerCapture(id); // a drawing that is replaced would take the finger with it
  plot.addEventListener(
    "pointermove",
    (event) => {
      const x = event.clientX - plot.getBoundingClientRect().left;
      const [a, b] = now;
      if (event.pointerId === a.id) now = [{ ...a, x }, b];
      else if (event.pointerId === b.id) now = [a, { ...b, x }];
      else return;
      setZoom(pinchedSteps(under, fingers, now, ends));
    },
    { signal: over.signal },
  );
  for (const end of ["pointerup", "pointercancel"] as const)
    plot.addEventListener(end, () => over.abort(), { signal: over.signal });
}
