import type { ClaimComparison } from "../../../config/claims/findings/finding";
import { type DotRow, dotPlot } from "../../../store/article/seedDots";
import { quantityTitle } from "../../../store/words/claims/claimValues";
import { MathText } from "../../ui/MathSymbol";
import "./posterBody.css";

/** What each method came to on each seed: a row of dots for each on one axis, beside its median and range in numbers. */
export function SeedDots({ comparison }: { comparison: ClaimComparison }) {
  const { rows, ends, isLog } = dotPlot(comparison);
  const title = quantityTitle(comparison);
  return (
    <figure className="seed-dots">
      <figcaption>
        {isLog ? `${title} at the end, a dot for each seed, log axis` : `${title} at the end, a dot for each seed`}
      </figcaption>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="dots-name">
              <MathText text={row.name} />
            </span>
            <Dots row={row} />
            <span className="dots-text">
              <span>{row.text}</span>
              {row.poster === null ? null : <span className="dots-poster">{row.poster}</span>}
            </span>
          </li>
        ))}
      </ul>
      {ends ? (
        <p className="dots-ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      ) : null}
    </figure>
  );
}

/** Room at both ends of the axis for half a dot, in percent. */
const MARGIN = 3;
const percent = (place: number) => `${MARGIN + (100 - 2 * MARGIN) * place}%`;

function Dots({ row: { optimizer, dots, median } }: { row: DotRow }) {
  const color = `var(--opt-${optimizer === "gradient-descent" ? "gd" : optimizer})`;
  return (
    <svg className="dots-plot" aria-hidden="true">
      <line className="dots-axis" x1="0" x2="100%" y1="50%" y2="50%" />
      {median === null ? null : (
        <line
          className="dots-median"
          x1={percent(median)}
          x2={percent(median)}
          y1="10%"
          y2="90%"
          style={{ stroke: color }}
        />
      )}
      {dots.map(({ seed, place }) => (
        <circle key={seed} cx={percent(place)} cy="50%" r="4" style={{ fill: color }} />
      ))}
    </svg>
  );
}
