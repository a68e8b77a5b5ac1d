import { type CSSProperties, useId } from "react";
import { MarkPath } from "../../ui/MarkPath";
import type { RunMark } from "../../ui/runMark";
import { type LineForm, linePath, type PlotBox, type Scale } from "../geometry/geometry";
import { markPlaces } from "../geometry/markPlaces";
import "../../ui/curve.css";

/** A point in data units; null leaves a gap. With `base` the curve is the upper edge of a band that stands on it. */
export interface CurvePoint {
  x: number;
  y: number | null;
  base?: number;
}

/** A line or a band of a chart, and how it looks. */
export interface PlottedCurve {
  key: string;
  points: readonly CurvePoint[];
  form: LineForm;
  look: CSSProperties;
  /** Of one of several runs of a method. */
  mark?: RunMark | null;
  /** Colour of the area between the curve and its base. */
  fill?: CSSProperties;
}

interface CurvePathsProps {
  curves: readonly PlottedCurve[];
  x: Scale;
  y: Scale;
  box: Pick<PlotBox, "left" | "right" | "top" | "bottom">;
}

/** The curves, cut at the axes. */
export function CurvePaths({ curves, x, y, box: { left, right, top, bottom } }: CurvePathsProps) {
  const clip = useId();
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <rect x={left} y={top - ROOM} width={right - left} height={bottom - top + 2 * ROOM} />
      </clipPath>
      {curves.map(({ key, points, form, look, fill, mark }) => {
        const upper = points.map((point) => [x(point.x), place(y, point.y)] as const);
        const path = linePath(upper, form);
        const base = fill ? points.map((point, index) => [upper[index]?.[0] ?? 0, y(point.base ?? 0)] as const) : [];
        return (
          <g key={key}>
            {fill ? <path d={bandPath(path, linePath(base, form))} stroke="none" style={fill} /> : null}
            <path className="curve" d={path} style={look} />
            {mark ? <MarkPath mark={mark} places={markPlaces(upper, mark.variant, form)} radius={MARK} /> : null}
          </g>
        );
      })}
    </g>
  );
}

const place = (scale: Scale, value: number | null) => (value === null ? Number.NaN : scale(value));

/** Radius of a mark. */
const MARK = 4;

/** Half the widest stroke, so that a line along an axis is not cut in half. */
const ROOM = 2;

/** The area between two paths that run the same way: out along the first, back along the second. */
function bandPath(upper: string, lower: string): string {
  const back = lower.slice(1).split("L").reverse();
  return upper === "" || lower === "" ? "" : `${upper}L${back.join("L")}Z`;
}
