import type { PlottedCurve } from "../curves/CurvePaths";
import type { DrawnPoint, DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import type { LineForm } from "../geometry/geometry";
import { guidePlace, type Pixel } from "./guidePlace";
import "./marks.css";

/** A line that belongs to no run: a bound that the runs are read against. */
export interface Guide {
  /** The first that there is room for is drawn. */
  names: readonly string[];
  points: readonly DrawnPoint[];
  /** Values that the y-axis holds beside them. */
  room?: readonly number[];
}

/** For a chart without one. */
export const NO_GUIDE: Guide = { names: [], points: [] };

/** Width of a letter and height of a name, in units. */
const LETTER = 6.2;
const HEIGHT = 12;

/** The line of a guide, under those of the runs. */
export function guideCurves(guide: Guide | undefined, form: LineForm): PlottedCurve[] {
  const look = {
    stroke: "var(--ideal)",
    strokeWidth: "var(--stroke-ideal)",
    strokeDasharray: "var(--linearised-dash)",
  };
  return guide ? [{ key: "guide", points: guide.points, form, look }] : [];
}

interface GuideNameProps {
  frame: Frame;
  guide: Guide;
  drawn: readonly DrawnSeries[];
}

/** The name of a guide, beside its line where there is room. */
export function GuideName({ frame: { box, x, y }, guide, drawn }: GuideNameProps) {
  const pixels = (points: readonly DrawnPoint[]): Pixel[] =>
    points.map((point) => [x(point.x), point.y === null ? Number.NaN : y(point.y)]);
  const line = pixels(guide.points);
  const others = drawn.map(({ points }) => pixels(points));
  const [placed] = guide.names.flatMap((name) => {
    const size = { width: LETTER * name.length * box.unit, height: HEIGHT * box.unit };
    const at = guidePlace(line, others, size, box);
    return at ? [{ name, at }] : [];
  });
  if (!placed) return null;
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      <text className="halo guide" x={placed.at[0]} y={placed.at[1]}>
        {placed.name}
      </text>
    </svg>
  );
}
