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
import { timeFrame } from "../geometry/frame";
import type { BoxSize } from "../geometry/geometry";
import { MARGINS } from "../geometry/margins";
import { useStableFrame } from "../geometry/useStableFrame";
import { Backdrop } from "../marks/Backdrop";
import { useHover } from "../marks/useHover";
import { ObjectiveLabels } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { bandsOf } from "./objectiveBands";

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };
const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms. */
export function ObjectiveChart() {
  const { model, xEnd, reached } = useChartsInTurn(selectObjectiveDrawing);
  const columns = useMemo(() => tableColumns(model.points), [model.points]);
  const hover = useHover(model.run ?? undefined, xEnd, MARGINS.objective);
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
  const totals = points.map(({ total }) => total);
  const frame = useStableFrame(timeFrame(size, xEnd, totals, "linear", MARGINS.objective));
  const bands = useMemo(() => bandsOf(heldUntil(points, reached)), [points, reached]);
  const backdrop = useMemo(() => ({ markers: model.markers, metaTicks: NO_TICKS }), [model.markers]);
  return (
    <>
      <PlotChart frame={frame} axes={AXES} curves={bands} />
      <Backdrop frame={frame} model={backdrop} drawn={[]} showMetaTicks={false} />
      <ObjectiveLabels frame={frame} model={model} />
    </>
  );
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
