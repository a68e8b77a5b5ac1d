import type { ReactNode } from "react";
import type { ReadoutRow } from "../../../store/charts/chartModels";
import { runMark } from "../../ui/runMark";
import { strokeOf } from "../../ui/seriesStroke";
import { AxisTitles } from "../axes/AxisTitles";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import { namePlace } from "../geometry/lineEnds";
import { Playhead } from "../marks/Playhead";
import { labelRows } from "./labelRows";
import { placeLabels } from "./placeLabels";
import { RunNames } from "./RunNames";
import "./labels.css";

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
  /** The run that is pointed at is named whatever the room. */
  pointedRun: string | null;
  /** Values are running averages. */
  isSmooth: boolean;
  /** There is room for values beside the names; where there is none they come over the plot when a step is pointed at. */
  hasValues: boolean;
  /** Under the labels. */
  children?: ReactNode;
}

/** Over the first label it says of which step the values are, in units. */
const HEAD = 14;
/** From the axis to values over the plot, in units. */
const INSIDE = 6;

/** Each line runs on into its name; beside it its value at a step. */
export function LineLabels(props: LineLabelsProps) {
  const { frame, drawn, rows, step, isPointedAt, hasValues } = props;
  const { box, y } = frame;
  const u = box.unit;
  const ended = drawn.flatMap((series) =>
    series.last ? [{ ...series, ...lookOf(series), y: clampY(y(series.last.y), frame) }] : [],
  );
  const labels = placeLabels(ended, labelRows(box, true), props.pointedRun);
  const valuesAt = hasValues ? box.width : box.right - INSIDE * u;
  const overPlot = hasValues ? "" : " halo";
  const showsValues = labels.length > 0 && (hasValues || isPointedAt);
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      {props.children}
      <Playhead frame={frame} drawn={drawn} rows={rows} shown={isPointedAt} />
      <AxisTitles frame={frame} xTitle={props.xTitle} yTitle={props.yTitle} />
      <RunNames
        box={box}
        labels={labels}
        before={(label) => <Leader series={label} frame={frame} />}
        after={(label) => {
          const isBad = hasStopped(label, isPointedAt ? step : null);
          return showsValues ? (
            <text className={`value${isBad ? " bad" : ""}${overPlot}`} x={valuesAt} y={namePlace(box, label.labelY).y}>
              {isBad ? "diverged" : (rows.get(label.run)?.text ?? "–")}
            </text>
          ) : null;
        }}
      />
      {showsValues ? (
        <text className={`note${overPlot}`} x={valuesAt} y={(labels[0]?.labelY ?? 0) - HEAD * u} textAnchor="end">
          {props.isSmooth ? `smoothed, at ${step}` : `at ${step}`}
        </text>
      ) : null}
    </svg>
  );
}

const lookOf = ({ isEdge, isGhost, token, variant }: DrawnSeries) => ({
  look: strokeOf({ token, isEdge, isGhost }),
  isNote: isGhost === true,
  mark: isEdge ? null : runMark(token, variant),
});

function clampY(value: number, { box }: Frame): number {
  return Number.isFinite(value) ? Math.min(box.bottom, Math.max(box.top, value)) : box.bottom;
}

/** Whether a run had diverged by the step that is pointed at; null: by now. */
const hasStopped = ({ status, last }: Pick<DrawnSeries, "status" | "last">, step: number | null): boolean =>
  status === "diverged" && (step === null || last === null || step > last.step);

/** From the line's end, faintly, to the edge of the axes, where it runs on into its name. */
function Leader({
  series,
  frame,
}: {
  series: Pick<DrawnSeries, "status" | "token" | "last"> & { y: number };
  frame: Frame;
}) {
  if (series.status === "diverged") return null;
  const edge = frame.box.right;
  const end = Math.min(edge, frame.x(series.last?.x ?? 0));
  return <path className="leader" d={`M${end} ${series.y}H${edge}`} style={{ stroke: `var(--opt-${series.token})` }} />;
}
