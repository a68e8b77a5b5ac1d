import type { HyperparamName } from "../../../config/tables/hyperparams";
import type { MarkerModel } from "../../../store/charts/chartModels";
import type { Frame } from "../geometry/frame";

const COLORS: Partial<Record<HyperparamName, string>> = { lambdaFsd: "var(--fsd)", lambdaWsd: "var(--wsd)" };

/** Colour of a slider: the quantity's, or neutral. */
export function knobColor(name: HyperparamName): string {
  return COLORS[name] ?? "var(--ink)";
}

/** Colour of the rule a slider leaves in the charts, and of its words. */
export function markerColor(name: HyperparamName): string {
  return COLORS[name] ?? "var(--ink-muted)";
}

/** Identity of a marker among those of a chart. */
export function markerKey({ run, name, gesture, step }: MarkerModel): string {
  return `${run} ${name} ${gesture} ${step}`;
}

/** Room a marker's words take, in units. */
export const WORDS_WIDTH = 96;
/** Height of a line of words, with its indices. */
export const WORDS_LINE = 18;
/** Lines of words, from the top. */
const LINES = [0, 1, 2];

/** Markers with their place; `line` counts lines of words from the top, null where there is no room for words. */
export interface PlacedMarker {
  marker: MarkerModel;
  at: number;
  line: number | null;
}

/** Places markers, ascending: words that would touch take the next free line. */
export function placeMarkers(markers: readonly MarkerModel[], { box, x }: Frame): PlacedMarker[] {
  const positions = markers.map((marker) => x(marker.x));
  const lines = freeLines(positions, WORDS_WIDTH * box.unit);
  return markers.map((marker, index) => ({ marker, at: positions[index] ?? Number.NaN, line: lines[index] ?? null }));
}

/** The first line of words that those of no marker reach at a place; null where they have all. */
export function lineBeside(at: number, markers: readonly MarkerModel[], frame: Frame): number | null {
  const room = WORDS_WIDTH * frame.box.unit;
  const near = placeMarkers(markers, frame).filter((placed) => Math.abs(placed.at - at) < room);
  return LINES.find((line) => near.every((placed) => placed.line !== line)) ?? null;
}

/** The first free line for each position, ascending; null where all are taken. */
export function freeLines(positions: readonly number[], room: number): (number | null)[] {
  const free = LINES.map(() => -Infinity);
  return positions.map((at) => {
    const line = free.findIndex((until) => at >= until);
    if (line < 0) return null;
    free[line] = at + room;
    return line;
  });
}
