import { useCallback, useMemo } from "react";
import type { ObjectiveChartModel, ObjectivePoint, ObjectiveStack } from "../../../store/charts/chartModels";
import { selectObjectiveDrawing } from "../../../store/charts/drawingSelectors";
import { recordedObjective, recordedObjectiveSummary } from "../../../store/charts/recordedObjective";
import { withoutFarAbove } from "../../../store/charts/valueRange";
import type { ChartAxes } from "../../../store/experiment/chartAxes";
import { MathText } from "../../ui/MathSymbol";
import { PlotChart } from "../curves/PlotChart";
import { timeAxes } from "../curves/timeCurves";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable, type TableSeries } from "../figure/DataTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import { type Frame, timeFrame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { useStableFrame } from "../geometry/useStableFrame";
import { nameMargins } from "../labels/nameMargins";
import { Backdrop } from "../marks/Backdrop";
import { useHover } from "../marks/useHover";
import { axesWords } from "../time/axesWords";
import { recordedNote } from "../time/RecordedLines";
import { useRecording } from "../time/recordingContext";
import "../time/recordedLines.css";
import { AboveAxis } from "./AboveAxis";
import { ObjectiveLabels, TERM_WIDTHS } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { bandsOf, logWords, termLines, valuesOf } from "./objectiveBands";

const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms; before the first step of the first view, of a recorded run. */
export function ObjectiveChart() {
  const drawing = useChartsInTurn(selectObjectiveDrawing);
  const recording = useRecording();
  const recorded = useMemo(() => (recording?.objective ? recordedObjective(recording.objective) : null), [recording]);
  const steps = recording?.config.steps ?? 0;
  const { model, xRange, reached }: ObjectiveDrawing = useMemo(
    () => (recorded ? { model: { ...drawing.model, points: recorded }, xRange: [0, steps], reached: steps } : drawing),
    [drawing, recorded, steps],
  );
  const columns = useMemo(
    () =>
      recorded ? termColumns(recorded) : [...termColumns(drawing.model.points), ...rawColumns(drawing.model.points)],
    [drawing.model.points, recorded],
  );
  const axesText = axesWords({ ...model.axes, isCut: false }, model.axes.y === "log" ? logWords(model.points) : "");
  const hover = useHover(
    model.run ?? undefined,
    useCallback((size: BoxSize) => ({ ...CORNER, ...roomOf(size, model, xRange) }), [model, xRange]),
  );
  const draw = useCallback(
    (size: BoxSize) => (
      <Terms size={size} model={model} xRange={xRange} reached={reached} recorded={recorded?.at(-1)} />
    ),
    [model, xRange, reached, recorded],
  );
  return (
    <ChartFigure
      {...FIGURES.objective}
      title={<ObjectiveTitle />}
      note={
        recording && recorded ? (
          <span>
            {`${recording.objective?.name}, `}
            {recordedNote(recording)}
          </span>
        ) : (
          <span className="opt">
            <MathText text={model.name ? `${model.name}, at each meta-step` : "no APO run in this race"} />
            {axesText === "" ? null : <MathText text={`; ${axesText}`} />}
          </span>
        )
      }
      part="objective"
      summary={
        recording && recorded
          ? recordedObjectiveSummary(recording, recording.objective?.name ?? "", recorded.at(-1))
          : model.summary
      }
      table={<DataTable caption="Q and its terms" xTitle={model.xTitle} series={columns} />}
      {...(recorded ? {} : hover)}
    >
      {draw}
    </ChartFigure>
  );
}

interface ObjectiveDrawing {
  model: Omit<ObjectiveChartModel, "points"> & { points: readonly ObjectiveStack[] };
  xRange: readonly [number, number];
  /** Where the run stands; the last step of the stairs is held up to there. */
  reached: number;
}

interface TermsProps extends ObjectiveDrawing {
  size: BoxSize;
  /** The last terms of a recorded run; undefined where the page's own are drawn. */
  recorded: ObjectiveStack | undefined;
}

function Terms({ size, model, xRange, reached, recorded }: TermsProps) {
  const { points, axes } = model;
  const { frame: newFrame, hasValues } = roomOf(size, model, xRange);
  const frame = useStableFrame(newFrame);
  const bands = useMemo(
    () => (axes.y === "log" ? termLines : bandsOf)(heldUntil(points, Math.min(reached, xRange[1]))),
    [points, reached, axes.y, xRange],
  );
  const backdrop = useMemo(() => ({ markers: model.markers, metaTicks: NO_TICKS }), [model.markers]);
  return (
    <>
      <PlotChart frame={frame} axes={timeAxes(axes)} curves={bands} />
      {isCutAbove(axes) ? <AboveAxis frame={frame} sums={sumsOf(points)} markers={model.markers} /> : null}
      <Backdrop frame={frame} model={backdrop} drawn={[]} showMetaTicks={false} />
      <ObjectiveLabels frame={frame} model={model} recorded={recorded} hasValues={hasValues} />
      {recorded ? (
        <p className="recorded" style={{ right: frame.box.width - frame.box.right }}>
          Recorded run
        </p>
      ) : null}
    </>
  );
}

/** The figure's corner, and no run whose line could be pointed at. */
const CORNER = { drawn: [], left: 0, top: 0 };

/** The frame with the column of the three terms at the right, and whether there is room for their values too. */
function roomOf(
  size: BoxSize,
  { points, axes }: ObjectiveDrawing["model"],
  xRange: readonly [number, number],
): { frame: Frame; hasValues: boolean } {
  const [from, to] = xRange;
  const within = points.filter(({ x }) => x >= from && x <= to);
  const values = valuesOf(within, axes.y);
  const yValues = isCutAbove(axes) ? withoutFarAbove(values) : values;
  let hasValues = false;
  const frame = timeFrame(size, { xRange, xScale: axes.x, yValues, yScale: axes.y }, (left) => {
    const room = nameMargins(size, left, TERM_WIDTHS);
    hasValues = room.hasValues;
    return room.margins;
  });
  return { frame, hasValues };
}

/** A log axis has room for all values. */
const isCutAbove = ({ y, isCut }: ChartAxes): boolean => isCut && y === "linear";

const sumsOf = (points: readonly ObjectiveStack[]) => points.map(({ x, total }) => ({ x, y: total }));

function heldUntil(points: readonly ObjectiveStack[], reached: number): readonly ObjectiveStack[] {
  const last = points.at(-1);
  return last && last.x < reached ? [...points, { ...last, x: reached }] : points;
}

const column = <Point extends ObjectiveStack>(
  points: readonly Point[],
  name: string,
  value: (point: Point) => number,
): TableSeries => ({ name, points: points.map((point) => ({ x: point.x, y: value(point) })) });

const termColumns = (points: readonly ObjectiveStack[]): readonly TableSeries[] => [
  column(points, "Q", ({ total }) => total),
  column(points, "loss", ({ loss }) => loss),
  column(points, "λ_FSD FSD", ({ fsd }) => fsd),
  column(points, "λ_WSD WSD", ({ wsd }) => wsd),
];

const rawColumns = (points: readonly ObjectivePoint[]): readonly TableSeries[] => [
  column(points, "raw FSD", ({ raw }) => raw.fsd),
  column(points, "raw WSD", ({ raw }) => raw.wsd),
];
