import type { TextPlace } from "./axisPlaces";
import type { PlotBox } from "./geometry";

/** How a line runs into its name right of the axis, in units from its end: level to `bend`, slanting to `end`, then the name. */
interface LineEnd {
  bend: number;
  end: number;
  name: number;
}

/** Of all plots with names at their lines' ends. */
export const LINE_END: LineEnd = { bend: 4, end: 11, name: 15 };
/** Names beside a line's end without a leader, in units. */
export const NAME_BESIDE = 8;

/** From the middle of a name to its base line, in units. */
const NAME_DROP = 4.5;

type Edge = Pick<PlotBox, "right" | "unit">;

/** The path from a line's end at the axis to its name. */
export function leaderPath({ right, unit }: Edge, y: number, labelY: number): string {
  return `M${right} ${y}L${right + LINE_END.bend * unit} ${y}L${right + LINE_END.end * unit} ${labelY}`;
}

/** Where a run's mark stands on that path: before its name. */
export function leaderEnd({ right, unit }: Edge, labelY: number): readonly [number, number] {
  return [right + (LINE_END.end - 2) * unit, labelY];
}

/** A name whose middle is at `labelY`. */
export function namePlace({ right, unit }: Edge, labelY: number, at = LINE_END.name): TextPlace {
  return { x: right + at * unit, y: labelY + NAME_DROP * unit };
}
