import type { ObjectiveChartModel, ObjectiveStack } from "../../../store/charts/chartModels";
import { selectObjectiveNow } from "../../../store/charts/chartSelectors";
import { useCharts } from "../../../store/experiment/experimentStore";
import { shownStep } from "../../../store/experiment/shownStep";
import { formatNumber } from "../../../store/words/format";
import { SvgSymbol } from "../../ui/MathSymbol";
import { AxisTitles } from "../axes/AxisTitles";
import type { Frame } from "../geometry/frame";
import { MarkerTexts } from "../labels/MarkerTexts";
import { HeadRule } from "../marks/HeadRule";
import "./objective.css";
import "../marks/marks.css";
import "../curves/plainPlot.css";

const ROW = 18;
/** From the axis to the names of the terms, behind their colours. */
const NAME_AT = 15;
/** What the column of terms takes, in units: "λ_WSD WSD", and a number of four digits, as 0.001448. */
export const TERM_WIDTHS = { at: NAME_AT, name: 65, value: 54 };
/** The raw terms stand closer, below. */
const RAW_ROW = 16;

const RAW_TERMS = ["fsd", "wsd"] as const;
const TERMS = [
  { term: "wsd", symbol: "λ_WSD", word: "WSD" },
  { term: "fsd", symbol: "λ_FSD", word: "FSD" },
  { term: "loss", symbol: null, word: "loss" },
] as const;

interface ObjectiveLabelsProps {
  frame: Frame;
  model: Pick<ObjectiveChartModel, "markers" | "xTitle">;
  /** The last terms of a recorded run, in place of this page's own. */
  recorded: ObjectiveStack | undefined;
  /** There is room for the numbers; the caption has those of the sum anyway. */
  hasValues: boolean;
}

/** The three terms, their sum, and what two of them are before their λ, at the meta-update shown: a column of numbers. */
export function ObjectiveLabels({ frame, model, recorded, hasValues }: ObjectiveLabelsProps) {
  const own = useCharts(selectObjectiveNow);
  const now = recorded ?? own;
  const isPast = useCharts((state) => shownStep(state) !== null);
  const { box } = frame;
  const u = box.unit;
  const foot = Math.max(box.top + 5 * ROW * u, box.bottom - (8 + 2 * RAW_ROW) * u);
  const rowY = (fromFoot: number) => foot - fromFoot * ROW * u;
  const nameAt = Math.min(box.right + NAME_AT * u, box.width - TERM_WIDTHS.name * u);
  const halo = nameAt < box.right + NAME_AT * u ? " halo" : "";
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      <MarkerTexts markers={model.markers} frame={frame} />
      {isPast && now && frame.x(now.x) >= box.left && frame.x(now.x) <= box.right ? (
        <HeadRule frame={frame} at={now.x} />
      ) : null}
      <AxisTitles frame={frame} xTitle={model.xTitle} yTitle="Q" titleAt={NAME_AT} />
      {now && hasValues ? <Sum now={now} frame={frame} nameAt={nameAt} y={rowY(3) - 5 * u} /> : null}
      {TERMS.map(({ term, symbol, word }, row) => (
        <g key={term} style={{ fill: `var(--${term})` }}>
          <rect className={term} x={nameAt - 10 * u} y={rowY(2 - row) - 10.5 * u} width={5 * u} height={12 * u} />
          <text className={`label own${halo}`} x={nameAt} y={rowY(2 - row)}>
            {symbol ? <SvgSymbol symbol={symbol} /> : null}
            {word}
          </text>
          {hasValues ? (
            <text className="value" x={box.width} y={rowY(2 - row)}>
              {now ? formatNumber(now[term]) : "–"}
            </text>
          ) : null}
        </g>
      ))}
      {(hasValues && !recorded ? RAW_TERMS : []).map((term, row) => (
        <g key={term}>
          <text className="note" x={nameAt} y={foot + (row + 1) * RAW_ROW * u}>
            {`raw ${term.toUpperCase()}`}
          </text>
          <text className="value raw" x={box.width} y={foot + (row + 1) * RAW_ROW * u}>
            {own ? formatNumber(own.raw[term]) : "–"}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Sum({ now, frame, nameAt, y }: { now: ObjectiveStack; frame: Frame; nameAt: number; y: number }) {
  const { box } = frame;
  const u = box.unit;
  return (
    <>
      <text className="note" x={box.width} y={y - ROW * u} textAnchor="end">
        {`at ${now.step}`}
      </text>
      <text className="label" x={nameAt} y={y}>
        <SvgSymbol symbol="Q" />
      </text>
      <text className="value total" x={box.width} y={y}>
        {formatNumber(now.total)}
      </text>
      <line className="axis" x1={nameAt - 10 * u} x2={box.width} y1={y + 7 * u} y2={y + 7 * u} />
    </>
  );
}
