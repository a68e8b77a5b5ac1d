import { memo, useCallback, useMemo } from "react";
import { Area, AreaChart } from "recharts";
import { selectObjectiveChart } from "../../store/chartSelectors";
import { useCharts } from "../../store/experimentStore";
import type { ObjectiveChartModel } from "../../store/viewModels";
import { chartAxes, chartMargin } from "./Axes";
import { Backdrop } from "./Backdrop";
import { ChartFigure } from "./ChartFigure";
import { type Frame, timeFrame } from "./frame";
import { type BoxSize, type Margins, TIME_CHART_MARGINS } from "./geometry";
import { ObjectiveLabels } from "./ObjectiveLabels";
import { ObjectiveTitle } from "./ObjectiveTitle";
import { useHover } from "./useHover";
import { useTimeEnd } from "./useTimeAxis";

const MARGINS: Margins = { ...TIME_CHART_MARGINS, right: 152 };
const NO_TICKS: readonly number[] = [];

/** Q of the focus run at each meta-update, stacked from its three terms. */
export function ObjectiveChart() {
  const model = useCharts(selectObjectiveChart);
  const xEnd = useTimeEnd();
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
  const frame = useMemo(
    () =>
      timeFrame(
        size,
        xEnd,
        points.map(({ total }) => total),
        "linear",
        MARGINS,
      ),
    [size, xEnd, points],
  );
  const backdrop = useMemo(() => ({ markers: model.markers, metaTicks: NO_TICKS }), [model.markers]);
  return (
    <>
      <Stack frame={frame} points={points} />
      <Backdrop frame={frame} model={backdrop} drawn={[]} showMetaTicks={false} />
      <ObjectiveLabels frame={frame} model={model} />
    </>
  );
}

const TERMS = ["loss", "fsd", "wsd"] as const;

/** The recharts part; drawn again only when the points, the axes or the size change. */
const Stack = memo(function Stack({ frame, points }: { frame: Frame; points: ObjectiveChartModel["points"] }) {
  const margin = useMemo(() => chartMargin(frame), [frame]);
  const data = useMemo(() => [...points], [points]);
  return (
    <AreaChart width={frame.box.width} height={frame.box.height} margin={margin} data={data} accessibilityLayer={false}>
      {chartAxes(frame, "linear")}
      {TERMS.map((term) => (
        <Area
          key={term}
          dataKey={term}
          stackId="q"
          type="stepAfter"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          stroke={`var(--${term})`}
          strokeWidth={2}
          fill={`var(--${term})`}
          fillOpacity="var(--fill)"
        />
      ))}
    </AreaChart>
  );
});
