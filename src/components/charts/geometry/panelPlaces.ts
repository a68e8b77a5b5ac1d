import type { TextPlace } from "./axisPlaces";
import type { BoxSize, PlotBox } from "./geometry";

/** What the labels of a panel's ticks keep from its axes, in units: their base lines, where a panel sets its own words. */
const PANEL_TICKS = { below: 14, left: 6, middle: 4 } as const;

/** Under a map of cells the labels stand this much lower, in units. */
export const BELOW_CELLS = 1;

type Edges = Pick<PlotBox, "left" | "bottom" | "unit">;

/** The label under a panel's x-axis, at a pixel; `lower` by some units. */
export function panelXTickPlace({ bottom, unit }: Edges, x: number, lower = 0): TextPlace {
  return { x, y: bottom + (PANEL_TICKS.below + lower) * unit, textAnchor: "middle" };
}

/** The label left of a panel's y-axis, at a pixel. */
export function panelYTickPlace({ left, unit }: Edges, y: number): TextPlace {
  return { x: left - PANEL_TICKS.left * unit, y: y + PANEL_TICKS.middle * unit, textAnchor: "end" };
}

/** Base line of the first line of words over a panel, in units. */
const FIRST_LINE = 11;
/** The same over the spectra, whose scale of colours stands higher. */
export const SPECTRUM_LINE = 9;
/** The same over the change of the function. */
export const CHANGE_LINE = 10;

/** A title at the left, over a panel; `line` is its base line in units. */
export function panelTitlePlace({ unit }: Pick<BoxSize, "unit">, line = FIRST_LINE): TextPlace {
  return { x: 0, y: line * unit };
}

/** What the x-axis of panels counts: in the middle from `left` to `right`, `above` units over the foot of the drawing. */
export function footTitlePlace(size: Pick<BoxSize, "height" | "unit">, left: number, right: number, above: number) {
  return { x: (left + right) / 2, y: size.height - above * size.unit, textAnchor: "middle" } as const;
}
