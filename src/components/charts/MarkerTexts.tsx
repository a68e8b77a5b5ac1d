import { HYPERPARAMS } from "../../config/hyperparams";
import type { MarkerModel } from "../../store/viewModels";
import { SvgSymbol } from "../MathSymbol";
import type { Frame } from "./frame";
import { markerColor, markerKey } from "./markers";

/** Room a marker's words take, in units; markers nearer than this go on different lines. */
const WORDS = 96;
const LINES = 3;

/** What moved, in the slider's colour, beside the rule where it moved. The latest three that would touch take a line each. */
export function MarkerTexts({ markers, frame }: { markers: readonly MarkerModel[]; frame: Frame }) {
  const { box, x } = frame;
  const u = box.unit;
  const positions = markers.map((marker) => x(marker.x));
  return placeLines(positions, WORDS * u).map((line, index) => {
    const marker = markers[index];
    if (!marker || line === null) return null;
    const at = x(marker.x);
    const isLate = at > box.right - WORDS * u;
    const values = marker.text.replace(/^\S+\s/u, "");
    return (
      <text
        key={markerKey(marker)}
        className="halo"
        x={at + (isLate ? -6 : 6) * u}
        y={(11 + 14 * line) * u}
        textAnchor={isLate ? "end" : "start"}
        style={{ fill: markerColor(marker.name) }}
      >
        <SvgSymbol symbol={HYPERPARAMS[marker.name].symbol} /> {values}
      </text>
    );
  });
}

/** The line of words for each position, ascending: the first one free; null where all are taken. */
export function placeLines(positions: readonly number[], room: number): (number | null)[] {
  const free = new Array<number>(LINES).fill(Number.NEGATIVE_INFINITY);
  return positions.map((at) => {
    const line = free.findIndex((until) => at >= until);
    if (line < 0) return null;
    free[line] = at + room;
    return line;
  });
}
