import { useCallback, useMemo } from "react";
import type { ObjectiveChartModel, ObjectivePoint } from "../../../store/charts/chartModels";
import { selectObjectiveDrawing } from "../../../store/charts/drawingSelectors";
import { MathText } from "../../ui/MathSymbol";
import { PlotChart } from "../curves/PlotChart";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable, type TableSeries } from "../figure/DataTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { AxisKinds } from "../geometry/axisKinds";
import { type Frame, timeFrame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { useStableFrame } from "../geometry/useStableFrame";
import { nameMargins } from "../labels/nameMargins";
import { Backdrop } from "../marks/Backdrop";
import { useHover } from "../marks/useHover";
import { ObjectiveLabels, TERM_WIDTHS } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { bandsOf } from "./objectiveBands";

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };
const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms. */
export function ObjectiveChart() {
  const { model, xEnd, reached } = useChartsInTurn(selectObjectiveDrawing);
  const columns = useMemo(() => tableColumns(model.points), [model.points]);
  const hover = useHover(
    model.run ?? undefined,
    useCallback((size: BoxSize) => ({ ...CORNER, ...roomOf(size, model.points, xEnd) }), [model.points, xEnd]),
  );
  const draw = useCallback(
    (size: BoxSize) => <StackedTerms size={size} model={model} xEnd={xEnd} reached={reached} />,
    [model, xEnd, reached],
  );
  return (
    <ChartFigure
      {...FIGURES.objective}
      title={<ObjectiveTitle />}
      note={
        <span className="opt">
          <MathText text={model.name ? `${model.name}, at each meta-step` : "no APO run in this race"} />
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

interface StackedTermsProps {
  size: BoxSize;
  model: ObjectiveChartModel;
  xEnd: number;
  /** Where the run stands; the last step of the stairs is held up to there. */
  reached: number;
}

function StackedTerms({ size, model, xEnd, reached }: StackedTermsProps) {
  const { points } = model;
  const { frame: newFrame, hasValues } = roomOf(size, points, xEnd);
  const frame = useStableFrame(newFrame);
  const bands = useMemo(() => bandsOf(heldUntil(points, reached)), [points, reached]);
  const backdrop = useMemo(() => ({ markers: model.markers, metaTicks: NO_TICKS }), [model.markers]);
  return (
    <>
      <PlotChart frame={frame} axes={AXES} curves={bands} />
      <Backdrop frame={frame} model={backdrop} drawn={[]} showMetaTicks={false} />
      <ObjectiveLabels frame={frame} model={model} hasValues={hasValues} />
    </>
  );
}

/** The figure's corner, and no run whose line could be pointed at. */
const CORNER = { drawn: [], left: 0, top: 0 };

/** The frame with the column of the three terms at the right, and whether there is room for their values too. */
function roomOf(size: BoxSize, points: readonly ObjectivePoint[], xEnd: number): { frame: Frame; hasValues: boolean } {
  const totals = points.map(({ total }) => total);
  let hasValues = false;
  const frame = timeFrame(size, xEnd, totals, "linear", (left) => {
    const room = nameMargins(size, left, TERM_WIDTHS);
    hasValues = room.hasValues;
    return room.margins;
  });
  return { frame, hasValues };
}

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
