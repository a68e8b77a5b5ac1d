import { memo, useMemo } from "react";
import { Line, LineChart } from "recharts";
import type { ExperimentState } from "../../store/state";
import type { ReadoutModel, TimeChartModel } from "../../store/viewModels";
import { chartAxes, chartMargin } from "./Axes";
import { Backdrop } from "./Backdrop";
import type { DrawnSeries } from "./drawnSeries";
import { EndLabels } from "./EndLabels";
import { endLabelMargins } from "./endLabelMargins";
import { type Frame, timeFrame } from "./frame";
import type { BoxSize } from "./geometry";
import { LineShape } from "./LineShape";
import { HERO_TOKEN, seriesStroke } from "./seriesStroke";
import { useStableFrame } from "./useStableFrame";

export interface TimeChartProps {
  size: BoxSize;
  model: TimeChartModel;
  /** Shown series in drawing order, with the points to draw. */
  drawn: readonly DrawnSeries[];
  yScale: "log" | "linear";
  shape: "line" | "stairs";
  /** Where the time axis ends. */
  xEnd: number;
  /** Selects the values beside the names. */
  readout: (state: ExperimentState) => ReadoutModel;
  /** Draw a tick at every meta-update. */
  showMetaTicks?: boolean;
  /** Names without values, for small frames. */
  isCompact?: boolean;
}

/** Lines over time: recharts between a backdrop (raw values, ticks, markers) and the labels at the lines' ends. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { size, model, drawn, yScale, xEnd, isCompact = false } = props;
  const margins = endLabelMargins(drawn, isCompact);
  const frame = useStableFrame(timeFrame(size, xEnd, yValues(drawn, model), yScale, margins));
  return (
    <>
      <Backdrop frame={frame} model={model} drawn={drawn} showMetaTicks={props.showMetaTicks ?? false} />
      <Lines frame={frame} drawn={drawn} yScale={yScale} shape={props.shape} />
      <EndLabels
        frame={frame}
        drawn={drawn}
        markers={model.markers}
        xTitle={model.xTitle}
        yTitle={model.yTitle}
        readout={props.readout}
        isCompact={isCompact}
      />
    </>
  );
});

function* yValues(drawn: readonly DrawnSeries[], model: TimeChartModel) {
  if (model.yDomain) yield* model.yDomain;
  else for (const { points } of drawn) for (const { y } of points) if (y !== null) yield y;
}

interface LinesProps {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  yScale: "log" | "linear";
  shape: "line" | "stairs";
}

const EMPTY: { x: number; y: number | null }[] = [];

/** The recharts part; drawn again only when the points, the axes or the size change. */
const Lines = memo(function Lines({ frame, drawn, yScale, shape }: LinesProps) {
  const margin = useMemo(() => chartMargin(frame), [frame]);
  const axes = useMemo(() => chartAxes(frame, yScale), [frame, yScale]);
  const inOrder = [...drawn].sort((a, b) => Number(a.token === HERO_TOKEN) - Number(b.token === HERO_TOKEN));
  return (
    <LineChart
      width={frame.box.width}
      height={frame.box.height}
      margin={margin}
      data={EMPTY}
      accessibilityLayer={false}
    >
      {axes}
      {inOrder.map(({ run, token, variant, points }) => (
        <Line
          key={run}
          data={points}
          dataKey="y"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          legendType="none"
          shape={<LineShape look={seriesStroke(token, variant)} form={shape} />}
        />
      ))}
    </LineChart>
  );
});
