import { seriesStroke } from "./seriesStroke";
import "./curve.css";

/** A piece of a method's line: colour and dash. */
export function Swatch({ token, variant = 0 }: { token: string; variant?: number }) {
  return (
    <svg className="swatch" viewBox="0 0 32 12" aria-hidden="true">
      <line className="curve" x1="0" y1="6" x2="32" y2="6" style={seriesStroke(token, variant)} />
    </svg>
  );
}
