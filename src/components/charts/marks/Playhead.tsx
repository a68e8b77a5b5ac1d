import type { ReadoutRow } from "../../../store/charts/chartModels";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import { HeadRule } from "./HeadRule";
import { RunDot } from "./RunDot";
import "./marks.css";

interface PlayheadProps {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  rows: ReadonlyMap<string, ReadoutRow>;
  /** True while a step is pointed at; else only the lines' ends are dotted. */
  shown: boolean;
}

/** A rule at the step under the pointer, with a dot on every line; a cross where a run diverged. */
export function Playhead({ frame, drawn, rows, shown }: PlayheadProps) {
  const { box, x } = frame;
  const first = drawn.map(({ run }) => rows.get(run)?.x ?? null).find((at) => at !== null);
  return (
    <>
      {shown && first !== undefined && first !== null && isInside(box, x(first)) ? (
        <HeadRule frame={frame} at={first} />
      ) : null}
      {drawn.map(({ run, token, variant, last, status }) => {
        const row = rows.get(run);
        const point = shown ? row && row.x !== null && row.value !== null && { x: row.x, y: row.value } : last;
        const at = point ? placeIn(frame, point) : NOWHERE;
        return (
          <g key={run}>
            <RunDot mark={{ token, variant }} x={at[0] ?? Number.NaN} y={at[1] ?? Number.NaN} unit={box.unit} />
            {status === "diverged" && last ? <Cross at={atEdge(frame, last)} unit={box.unit} /> : null}
          </g>
        );
      })}
    </>
  );
}

const NOWHERE = [Number.NaN, Number.NaN];

const isInside = ({ left, right }: Frame["box"], at: number) => at >= left - 1 && at <= right + 1;

/** Where a point stands in the plot; nowhere where its axes leave it out. */
function placeIn({ box, x, y }: Frame, point: { x: number; y: number }): number[] {
  const [left, top] = [x(point.x), y(point.y)];
  return isInside(box, left) && top >= box.top - 1 && top <= box.bottom + 1 ? [left, top] : NOWHERE;
}

/** The same for where a run broke, which is drawn at the edge at least. */
function atEdge({ box, x, y }: Frame, point: { x: number; y: number }): number[] {
  const left = x(point.x);
  return isInside(box, left) ? [left, Math.min(box.bottom, Math.max(box.top, y(point.y)))] : NOWHERE;
}

function Cross({ at: [x = Number.NaN, y = Number.NaN], unit }: { at: number[]; unit: number }) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const r = 5 * unit;
  return <path className="cross" d={`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`} />;
}
