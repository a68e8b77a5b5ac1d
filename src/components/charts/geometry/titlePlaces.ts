import type { TextPlace } from "./axisPlaces";
import type { BoxSize, PlotBox } from "./geometry";

/** Base line of the first line of words over a panel, in units. */
const FIRST_LINE = 11;
/** The same over the spectra, whose scale of colours stands higher. */
export const SPECTRUM_LINE = 9;
/** The same over the change of the function. */
export const CHANGE_LINE = 10;

/** What the x-axis counts: beside its last tick, `at` units from the end of the axis. */
export function xTitlePlace({ right, height, unit }: PlotBox, at: number): TextPlace {
  return { x: right + at * unit, y: height - 6 * unit };
}

/** What the y-axis counts: over its first tick. */
export function yTitlePlace({ left, unit }: PlotBox): TextPlace {
  return { x: left - 8 * unit, y: 8 * unit, textAnchor: "end" };
}

/** A title at the left, over a panel; `line` is its base line in units. */
export function panelTitlePlace({ unit }: Pick<BoxSize, "unit">, line = FIRST_LINE): TextPlace {
  return { x: 0, y: line * unit };
}

/** What the x-axis of panels counts: in the middle from `left` to `right`, `above` units over the foot of the drawing. */
export function footTitlePlace(size: Pick<BoxSize, "height" | "unit">, left: number, right: number, above: number) {
  return { x: (left + right) / 2, y: size.height - above * size.unit, textAnchor: "middle" } as const;
}
