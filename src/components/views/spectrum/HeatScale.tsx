import { useId } from "react";
import type { PlotBox } from "../../charts/geometry/geometry";
import { SPECTRUM_LINE } from "../../charts/geometry/panelPlaces";
import { strength } from "./heatPixels";
import "./spectrumView.css";

const WIDTH = 72;
/** From the bar to the end of the map. */
const NUMBER = 8;
/** Below this width the words are fewer. */
const NARROW = 420;
const MARKS = [0, 0.3, 1, 3];

/** What the strengths of the map stand for, over it at the right. */
export function HeatScale({ box, token }: { box: PlotBox; token: string | null }) {
  const id = useId();
  const u = box.unit;
  const left = box.right - (WIDTH + NUMBER) * u;
  if (token === null) return null;
  return (
    <g>
      <linearGradient id={id}>
        <stop offset="0" style={{ stopColor: `var(--opt-${token})`, stopOpacity: 0 }} />
        <stop offset="1" style={{ stopColor: `var(--opt-${token})`, stopOpacity: 1 }} />
      </linearGradient>
      <text x={left - 10 * u} y={SPECTRUM_LINE * u} textAnchor="end">
        {box.width < NARROW * u ? "share per decade" : "share of eigenvalues per decade"}
      </text>
      <rect x={left} y={0} width={WIDTH * u} height={7 * u} fill={`url(#${id})`} className="heat-scale" />
      {MARKS.map((density) => (
        <text key={density} x={left + strength(density) * WIDTH * u} y={18 * u} textAnchor="middle">
          {density}
        </text>
      ))}
    </g>
  );
}
