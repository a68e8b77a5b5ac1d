import { MarkPath } from "./MarkPath";
import { runMark } from "./runMark";
import { seriesStroke } from "./seriesStroke";
import "./curve.css";

/** A piece of a run's line: its method's colour and dash, and its own mark where the method races more than once. */
export function Swatch({ token, variant = 0 }: { token: string; variant?: number }) {
  const mark = runMark(token, variant);
  return (
    <svg className="swatch" viewBox="0 0 32 12" aria-hidden="true">
      <line className="curve" x1="0" y1="6" x2="32" y2="6" style={seriesStroke(token)} />
      {mark ? <MarkPath mark={mark} places={[[16, 6]]} radius={4} /> : null}
    </svg>
  );
}
