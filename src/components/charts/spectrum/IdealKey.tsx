import { IDEAL_NAMES, type IdealForm } from "../../../config/formulas/ideal";
import { SvgText } from "../../ui/MathSymbol";
import { idealStroke } from "../../ui/seriesStroke";
import type { BoxSize } from "../geometry/geometry";
import { panelTitlePlace } from "../geometry/panelPlaces";
import "../../ui/curve.css";

const ROW = 16;
/** Width of both names side by side, in units. */
const BOTH = 440;
/** Of one, and of one without its formula. */
const ONE = 218;
const BARE = 100;
const LINE = 20;

/** Rows that the names take; they stand side by side where there is room. */
function rowsOf(count: number, { width, unit }: BoxSize): number {
  return width / unit >= BOTH ? Math.min(1, count) : count;
}

/** Room for the names of the ideal, in pixels. */
export function idealKeyHeight(count: number, size: BoxSize): number {
  return rowsOf(count, size) * ROW * size.unit;
}

/** Names of the overlays with a piece of their lines, at the right. */
export function IdealKey({ size, forms }: { size: BoxSize; forms: readonly { form: IdealForm }[] }) {
  const { width, height, unit: u } = size;
  const isOneRow = rowsOf(forms.length, size) === 1;
  const hasFormula = width >= ONE * u;
  return (
    <svg className="layer plot-text" width={width} height={height} aria-hidden="true">
      {forms.map(({ form }, index) => {
        const column = isOneRow ? forms.length - 1 - index : 0;
        const left = width - (column > 0 ? BOTH : hasFormula ? ONE : BARE) * u;
        const y = panelTitlePlace(size).y + (isOneRow ? 0 : index * ROW * u);
        const { name, formula } = IDEAL_NAMES[form];
        return (
          <g key={form}>
            <line
              className="curve"
              x1={left}
              x2={left + LINE * u}
              y1={y - 4 * u}
              y2={y - 4 * u}
              style={idealStroke(form)}
            />
            <text className="note" x={left + (LINE + 6) * u} y={y}>
              {`${name} `}
              {hasFormula ? <SvgText text={formula} /> : null}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
