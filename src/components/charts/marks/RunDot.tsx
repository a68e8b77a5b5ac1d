import { MarkPath } from "../../ui/MarkPath";
import { type RunMark, runMark } from "../../ui/runMark";
import "./marks.css";

interface RunDotProps {
  /** Whose dot it is. */
  mark: RunMark;
  x: number;
  y: number;
  unit: number;
}

/** A dot on a run's line; the run's own mark where its method races more than once. Nothing where it cannot be placed. */
export function RunDot({ mark: { token, variant }, x, y, unit }: RunDotProps) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const mark = runMark(token, variant);
  if (mark) return <MarkPath mark={mark} places={[[x, y]]} radius={4.5 * unit} />;
  return <circle className="dot" cx={x} cy={y} r={3.5 * unit} style={{ fill: `var(--opt-${token})` }} />;
}
