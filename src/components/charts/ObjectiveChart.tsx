import { memo, useCallback, useMemo } from "react";
import { Area, AreaChart } from "recharts";
import type { ObjectiveChartModel, ObjectivePoint } from "../../store/viewModels";
import { chartAxes, chartMargin } from "./Axes";
import { Backdrop } from "./Backdrop";
import { ChartFigure } from "./ChartFigure";
import { type Frame, timeFrame } from "./frame";
import { type BoxSize, type Margins, TIME_CHART_MARGINS } from "./geometry";
import { ObjectiveLabels } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { selectObjectiveView } from "./timeViews";
import { useChartsInTurn } from "./useChartsInTurn";
import { useHover } from "./useHover";
import { useStableFrame } from "./useStableFrame";

const MARGINS: Margins = { ...TIME_CHART_MARGINS, right: 152 };
const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms. */
export function ObjectiveChart() {
  const { model, xEnd } = useChartsInTurn(selectObjectiveView);
  const hover = useHover(model.run ?? undefined, xEnd, MARGINS);
  const draw = useCallback((size: BoxSize) => <StackedTerms size={size} model={model} xEnd={xEnd} />, [model, xEnd]);
  return (
    <ChartFigure
      name="Objective"
      title={<ObjectiveTitle />}
      note={<span className="opt">{model.name ? `${model.name}, at each meta-step` : "no APO run in this race"}</span>}
      summary={model.summary}
      {...hover}
    >
      {draw}
    </ChartFigure>
  );
}

function StackedTerms({ size, model, xEnd }: { size: BoxSize; model: ObjectiveChartModel; xEnd: number }) {
  const { points } = model;
  const totals = points.map(({ total }) => total);
  const frame = useStableFrame(timeFrame(size, xEnd, totals, "linear", MARGINS));
  const backdrop = useMemo(() => ({ markers: model.markers, metaTicks: NO_TICKS }), [model.markers]);
  return (
    <>
      <Stack frame={frame} points={points} />
      <Backdrop frame={frame} model={backdrop} drawn={[]} showMetaTicks={false} />
      <ObjectiveLabels frame={frame} model={model} />
    </>
  );
}

/** Each term between what is below it and what it adds; the loss is drawn last, so that a term of nothing hides nothing. */
const TERMS: readonly { term: "loss" | "fsd" | "wsd"; band: (point: ObjectivePoint) => [number, number] }[] = [
  { term: "wsd", band: ({ loss, fsd, total }) => [loss + fsd, total] },
  { term: "fsd", band: ({ loss, fsd }) => [loss, loss + fsd] },
  { term: "loss", band: ({ loss }) => [0, loss] },
];
/** With more steps than this the edges of the stairs are drawn finer. */
const DENSE = 80;

/** The recharts part; drawn again only when the points, the axes or the size change. */
const Stack = memo(function Stack({ frame, points }: { frame: Frame; points: ObjectiveChartModel["points"] }) {
  const margin = useMemo(() => chartMargin(frame), [frame]);
  const axes = useMemo(() => chartAxes(frame, "linear"), [frame]);
  const data = useMemo(() => [...points], [points]);
  return (
    <AreaChart width={frame.box.width} height={frame.box.height} margin={margin} data={data} accessibilityLayer={false}>
      {axes}
      {TERMS.map(({ term, band }) => (
        <Area
          key={term}
          dataKey={band}
          type="stepAfter"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          stroke={`var(--${term})`}
          strokeWidth={points.length > DENSE ? 1.25 : 2}
          fill={`var(--${term})`}
          fillOpacity="var(--fill)"
        />
      ))}
    </AreaChart>
  );
});
