import type { SceneAsk } from "../../config/scenes/sceneSet";

/** A curve that a person expects: values at places spread evenly from one step to another; null where none was drawn. */
export interface Sketch {
  from: number;
  to: number;
  values: readonly (number | null)[];
}

/** A place of a curve: a step, which need not be whole, and a value. */
export interface SketchPoint {
  step: number;
  value: number;
}

/** Places of a sketch. */
const PLACES = 49;

/** A sketch of what a question is about, before anything is drawn; null of a question that no curve answers. */
export function emptySketch({ about }: SceneAsk): Sketch | null {
  const { run, from, to } = about;
  if (run === undefined || from === undefined) return null;
  return { from, to, values: Array.from({ length: PLACES }, () => null) };
}

/** The same without what was drawn. */
export const emptied = (sketch: Sketch): Sketch => ({ ...sketch, values: sketch.values.map(() => null) });

const placeOf = ({ from, to }: Sketch, step: number): number =>
  Math.max(0, Math.min(PLACES - 1, Math.round(((step - from) / (to - from)) * (PLACES - 1))));

/** The sketch with a stroke from one point to the next: all places between have the values of the straight line. */
export function withStroke(sketch: Sketch, last: SketchPoint, next: SketchPoint): Sketch {
  const [a, b] = [placeOf(sketch, last.step), placeOf(sketch, next.step)];
  const values = sketch.values.map((value, place) => {
    if (place < Math.min(a, b) || place > Math.max(a, b)) return value;
    return a === b ? next.value : last.value + ((place - a) / (b - a)) * (next.value - last.value);
  });
  return { ...sketch, values };
}

/** The points that are drawn, from where the run stands on. */
export function sketchPoints({ from, to, values }: Sketch, start: number | null): SketchPoint[] {
  const drawn = values.flatMap((value, place) =>
    value === null || place === 0 ? [] : [{ step: from + (place / (PLACES - 1)) * (to - from), value }],
  );
  return start === null || drawn.length === 0 ? drawn : [{ step: from, value: start }, ...drawn];
}

/** Where the sketch ends; null before it was drawn to its last step. */
export const sketchEnd = ({ values }: Sketch): number | null => values.at(-1) ?? null;
