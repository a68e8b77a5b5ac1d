import type { LineForm } from "./geometry";

type Place = readonly [x: number, y: number];

/** Pixels from one mark of a line to the next. */
const APART = 72;
/** Lines of different runs begin so far apart that their marks do not cover each other. */
const SHIFT = 19;

/** Where marks stand on a line, ascending in x: evenly, the first of each variant elsewhere; at least one. */
export function markPlaces(line: readonly Place[], variant: number, form: LineForm = "linear"): Place[] {
  const drawn = line.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const first = drawn[0];
  const last = drawn.at(-1);
  if (!first || !last) return [];
  const places: Place[] = [];
  let at = 1;
  for (let x = first[0] + ((variant * SHIFT) % APART); x <= last[0]; x += APART) {
    while (at < drawn.length - 1 && (drawn[at]?.[0] ?? 0) < x) at += 1;
    const [before, after] = [drawn[at - 1] ?? first, drawn[at] ?? last];
    const share = (x - before[0]) / (after[0] - before[0] || 1);
    places.push([x, form === "stepAfter" ? before[1] : before[1] + share * (after[1] - before[1])]);
  }
  return places.length > 0 ? places : [last];
}
