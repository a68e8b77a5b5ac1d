import type { DrawnPoint, DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import "./marks.css";

/** Half the width and the height of a mark, in units. */
const SIZE = 3.5;
/** Marks of one line stand so far apart at least, in units. */
const APART = 7;

/** A line whose marks are in its colour. */
interface CutLine {
  key: string;
  fill: string;
  points: readonly DrawnPoint[];
}

/** The lines of runs. */
export const cutLines = (drawn: readonly DrawnSeries[]): readonly CutLine[] =>
  drawn.map(({ run, token, points }) => ({ key: run, fill: `var(--opt-${token})`, points }));

/** Where a line leaves an axis that is cut: a small triangle at its end, in the line's colour, one for values close together. */
export function CutMarks({ frame: { box, x, yDomain }, lines }: { frame: Frame; lines: readonly CutLine[] }) {
  const s = SIZE * box.unit;
  const marks = lines.flatMap(({ key, fill, points }) => {
    let last = { above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
    const path = points.map((point) => {
      if (point.y === null || (point.y >= yDomain[0] && point.y <= yDomain[1])) return "";
      const at = x(point.x);
      const end = point.y > yDomain[1] ? "above" : "below";
      if (!(at >= box.left && at <= box.right) || at - last[end] < APART * box.unit) return "";
      last = { ...last, [end]: at };
      const [edge, tip] = end === "above" ? [box.top + s, -s] : [box.bottom - s, s];
      return `M${(at - s).toFixed(1)} ${edge}h${2 * s}l${-s} ${tip}z`;
    });
    return path.some((part) => part !== "") ? [{ key, fill, d: path.join("") }] : [];
  });
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {marks.map(({ key, fill, d }) => (
        <path key={key} className="cut" d={d} style={{ fill }} />
      ))}
    </svg>
  );
}
