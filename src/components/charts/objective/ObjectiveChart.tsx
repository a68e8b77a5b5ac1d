import { useCallback, useMemo } from "react";
import type { ObjectiveChartModel, ObjectivePoint } from "../../../store/charts/chartModels";
import { selectObjectiveDrawing } from "../../../store/charts/drawingSelectors";
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
import { AboveAxis } from "./AboveAxis";
import { ObjectiveLabels, TERM_WIDTHS } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { bandsOf, logWords, termLines, valuesOf } from "./objectiveBands";

const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms. */
export function ObjectiveChart() {
  const { model, xRange, reached } = useChartsInTurn(selectObjectiveDrawing);
  const columns = useMemo(() => tableColumns(model.points), [model.points]);
  const axesText = axesWords({ ...model.axes, isCut: false }, model.axes.y === "log" ? logWords(model.points) : "");
  const hover = useHover(
    model.run ?? undefined,
    useCallback((size: BoxSize) => ({ ...CORNER, ...roomOf(size, model, xRange) }), [model, xRange]),
  );
  const draw = useCallback(
    (size: BoxSize) => <Terms size={size} model={model} xRange={xRange} reached={reached} />,
    [model, xRange, reached],
  );
  return (
    <ChartFigure
      {...FIGURES.objective}
      title={<ObjectiveTitle />}
      note={
        <span className="opt">
          <MathText text={model.name ? `${model.name}, at each meta-step` : "no APO run in this race"} />
          {axesText === "" ? null : <MathText text={`; ${axesText}`} />}
        </span>
      }
      part="objective"
      summary={model.summary}
      table={<DataTable caption="Q and its terms" xTitle={model.xTitle} series={columns} />}
      {...hover}
    >
      {draw}
    </ChartFigure>
  );
}

interface TermsProps {
  size: BoxSize;
  model: ObjectiveChartModel;
  xRange: readonly [number, number];
  /** Where the run stands; the last step of the stairs is held up to there. */
  reached: number;
}

function Terms({ size, model, xRange, reached }: TermsProps) {
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
      <ObjectiveLabels frame={frame} model={model} hasValues={hasValues} />
    </>
  );
}

/** The figure's corner, and no run whose line could be pointed at. */
const CORNER = { drawn: [], left: 0, top: 0 };

/** The frame with the column of the three terms at the right, and whether there is room for their values too. */
function roomOf(
  size: BoxSize,
  { points, axes }: ObjectiveChartModel,
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

const sumsOf = (points: readonly ObjectivePoint[]) => points.map(({ x, total }) => ({ x, y: total }));

function heldUntil(points: readonly ObjectivePoint[], reached: number): readonly ObjectivePoint[] {
  const last = points.at(-1);
  return last && last.x < reached ? [...points, { ...last, x: reached }] : points;
}

function tableColumns(points: readonly ObjectivePoint[]): readonly TableSeries[] {
  const columns: readonly [string, (point: ObjectivePoint) => number][] = [
    ["Q", ({ total }) => total],
    ["loss", ({ loss }) => loss],
    ["λ_FSD FSD", ({ fsd }) => fsd],
    ["λ_WSD WSD", ({ wsd }) => wsd],
    ["raw FSD", ({ raw }) => raw.fsd],
    ["raw WSD", ({ raw }) => raw.wsd],
  ];
  return columns.map(([name, value]) => ({ name, points: points.map((point) => ({ x: point.x, y: value(point) })) }));
}
