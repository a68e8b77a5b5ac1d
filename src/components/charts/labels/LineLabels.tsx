import type { ReactNode } from "react";
import type { ReadoutRow } from "../../../store/charts/chartModels";
import { MarkPath } from "../../ui/MarkPath";
import { SvgText } from "../../ui/MathSymbol";
import { runMark } from "../../ui/runMark";
import { edgeStroke, seriesStroke } from "../../ui/seriesStroke";
import { AxisTitles } from "../axes/AxisTitles";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import { leaderEnd, leaderPath, namePlace } from "../geometry/lineEnds";
import { Playhead } from "../marks/Playhead";
import { dodge } from "./dodge";
import "./labels.css";
import "../../ui/curve.css";

interface LineLabelsProps {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  xTitle: string;
  yTitle: string;
  /** Step that the values are of. */
  step: number;
  /** Values by run. */
  rows: ReadonlyMap<string, ReadoutRow>;
  /** The step is pointed at: a rule with a dot on every line; else only the lines' ends are dotted. */
  isPointedAt: boolean;
  /** Values are running averages. */
  isSmooth: boolean;
  /** Names without values. */
  isCompact: boolean;
  /** Under the labels. */
  children?: ReactNode;
}

const ROW = 18;

/** Each line runs on into its name; beside it its value at a step. */
export function LineLabels(props: LineLabelsProps) {
  const { frame, drawn, rows, step, isPointedAt, isCompact } = props;
  const { box, y } = frame;
  const u = box.unit;
  const ended = drawn.flatMap((series) => (series.last ? [{ series, y: clampY(y(series.last.y), frame) }] : []));
  const labels = dodge(ended, ROW * u, box.top + 14 * u, box.bottom - 6 * u);
  const head = labels[0] ? labels[0].labelY - 14 * u : 0;
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      {props.children}
      <Playhead frame={frame} drawn={drawn} rows={rows} shown={isPointedAt} />
      <AxisTitles frame={frame} xTitle={props.xTitle} yTitle={props.yTitle} />
      {labels.length > 0 && !isCompact ? (
        <text className="note" x={box.width} y={head} textAnchor="end">
          {`${props.isSmooth ? "smoothed, at" : "at"} ${step}`}
        </text>
      ) : null}
      {labels.map(({ series, y: endY, labelY }) => (
        <g key={series.run}>
          <Leader series={series} frame={frame} endY={endY} labelY={labelY} />
          <text className="label" {...namePlace(box, labelY)}>
            <SvgText text={series.name} />
          </text>
          {isCompact ? null : (
            <ValueText
              text={hasStopped(series, isPointedAt ? step : null) ? "diverged" : (rows.get(series.run)?.text ?? "–")}
              isBad={hasStopped(series, isPointedAt ? step : null)}
              x={box.width}
              y={namePlace(box, labelY).y}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

function clampY(value: number, { box }: Frame): number {
  return Number.isFinite(value) ? Math.min(box.bottom, Math.max(box.top, value)) : box.bottom;
}

/** Whether a run had diverged by the step that is pointed at; null: by now. */
const hasStopped = ({ status, last }: DrawnSeries, step: number | null): boolean =>
  status === "diverged" && (step === null || last === null || step > last.step);

function ValueText({ text, isBad, x, y }: { text: string; isBad: boolean; x: number; y: number }) {
  return (
    <text className={`value ${isBad ? "bad" : ""}`} x={x} y={y}>
      {text}
    </text>
  );
}

/** From the line's end, faintly, to the edge of the axes, and from there to the name. */
function Leader({ series, frame, endY, labelY }: { series: DrawnSeries; frame: Frame; endY: number; labelY: number }) {
  const { box, x } = frame;
  const edge = box.right;
  const mark = series.isEdge ? null : runMark(series.token, series.variant);
  const end = Math.min(edge, x(series.last?.x ?? 0));
  return (
    <>
      {series.status === "diverged" ? null : (
        <path className="leader" d={`M${end} ${endY}H${edge}`} style={{ stroke: `var(--opt-${series.token})` }} />
      )}
      <path
        className="curve"
        d={leaderPath(box, endY, labelY)}
        style={series.isEdge ? edgeStroke(series.token) : seriesStroke(series.token)}
      />
      {mark ? <MarkPath mark={mark} places={[leaderEnd(box, labelY)]} radius={4 * box.unit} /> : null}
    </>
  );
}
