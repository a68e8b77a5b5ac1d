import { memo, type ReactNode, useMemo } from "react";
import type { GridBand, ReadoutModel, SeedBandModel, TimeChartModel } from "../../../store/charts/chartModels";
import type { AxisScale } from "../../../store/experiment/chartAxes";
import type { ExperimentState } from "../../../store/experiment/state";
import type { PlottedCurve } from "../curves/CurvePaths";
import type { DrawnSeries } from "../curves/drawnSeries";
import { PlotChart } from "../curves/PlotChart";
import { curvesOf, timeAxes } from "../curves/timeCurves";
import type { Frame } from "../geometry/frame";
import type { BoxSize, LineForm } from "../geometry/geometry";
import { useStableFrame } from "../geometry/useStableFrame";
import { EndLabels } from "../labels/EndLabels";
import { Backdrop } from "../marks/Backdrop";
import { CutMarks, cutLines } from "../marks/CutMarks";
import { type Guide, GuideName, guideCurves, NO_GUIDE } from "../marks/Guide";
import { SampleDots } from "../marks/SampleDots";
import type { PlotUnder } from "../marks/useHover";
import { timeChartFrame } from "./timeChartFrame";

/** What a time chart draws, and in what box. */
export interface TimeChartProps {
  size: BoxSize;
  model: TimeChartModel;
  /** Shown series in drawing order, with the points to draw. */
  drawn: readonly DrawnSeries[];
  /** Steps hold a value until the next one. */
  form: LineForm;
  /** The drawn part of the time axis. */
  xRange: readonly [number, number];
  /** Selects the values beside the names. */
  readout: (state: ExperimentState) => ReadoutModel;
  /** Draw a tick at every meta-update. */
  showMetaTicks?: boolean;
  /** Dots where the values are, for lines through a few samples. */
  showSamples?: boolean;
  /** A line that is no run's, named within the chart. */
  guide?: Guide | undefined;
  /** What stands over the lines. */
  layer?: ((frame: Frame, yScale: AxisScale) => ReactNode) | undefined;
}

/** Lines over time: recharts between a backdrop (raw values, ticks, markers) and the labels at the lines' ends. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { model, drawn, form, guide } = props;
  const { frame: newFrame, hasValues } = roomOf(props);
  const frame = useStableFrame(newFrame);
  const curves = useMemo(
    () => [
      ...seedCurves(model.seedBands, form, model.axes.y),
      ...bandCurves(model.band, form, model.axes.y),
      ...guideCurves(guide, form),
      ...curvesOf(drawn, form),
    ],
    [model, drawn, form, guide],
  );
  return (
    <>
      <Backdrop frame={frame} model={model} drawn={drawn} showMetaTicks={props.showMetaTicks ?? false} />
      <PlotChart frame={frame} axes={timeAxes(model.axes)} curves={curves} />
      {model.axes.isCut ? <CutMarks frame={frame} lines={cutLines(drawn)} /> : null}
      {props.showSamples ? <SampleDots frame={frame} drawn={drawn} /> : null}
      {guide ? <GuideName frame={frame} guide={guide} drawn={drawn} /> : null}
      <EndLabels
        frame={frame}
        drawn={drawn}
        markers={model.markers}
        xTitle={model.xTitle}
        yTitle={model.yTitle}
        readout={props.readout}
        hasValues={hasValues}
      />
      {props.layer?.(frame, model.axes.y)}
    </>
  );
});

type Placed = Pick<TimeChartProps, "size" | "model" | "drawn" | "xRange" | "guide">;

function roomOf(chart: Placed) {
  const { axes, isPart } = chart.model;
  const scales = { xScale: axes.x, yScale: axes.y, isPart: isPart || axes.isCut };
  return timeChartFrame({ ...chart, ...scales, yValues: yValues(chart) });
}

/** A time chart as what lies under the pointer, in the upper left corner of its figure unless told. */
export function timeChartUnder(chart: Placed, { left, top } = { left: 0, top: 0 }): PlotUnder {
  return { frame: roomOf(chart).frame, drawn: chart.drawn, left, top };
}

function* yValues({ drawn, model, guide }: Placed) {
  if (model.yDomain) yield* model.yDomain;
  else for (const { points } of [...drawn, guide ?? NO_GUIDE]) for (const { y } of points) if (y !== null) yield y;
  yield* guide?.room ?? [];
}

/** Of each run trained with further seeds the area of all, and the mean as a thin line. */
function seedCurves(bands: readonly SeedBandModel[], form: LineForm, scale: AxisScale): PlottedCurve[] {
  const hasPlace = (y: number) => scale === "linear" || y > 0;
  return bands.flatMap(({ run, token, points, mean }) => [
    {
      key: `seeds ${run}`,
      points: points.filter(({ low }) => hasPlace(low)).map(({ x, low, high }) => ({ x, y: high, base: low })),
      form,
      look: { stroke: "none" },
      fill: { fill: `var(--opt-${token})`, fillOpacity: "var(--band)" },
    },
    {
      key: `mean ${run}`,
      points: mean.map(({ x, y }) => ({ x, y: hasPlace(y) ? y : null })),
      form,
      look: { stroke: `var(--opt-${token})`, strokeWidth: 1 },
    },
  ]);
}

/** The area between the smallest and the largest value of a shown grid. */
function bandCurves(band: GridBand | null, form: LineForm, scale: AxisScale): PlottedCurve[] {
  if (!band || band.visibility === "hidden") return [];
  return [
    {
      key: "band",
      points: band.points
        .filter(({ low }) => scale === "linear" || low > 0)
        .map(({ x, low, high }) => ({ x, y: high, base: low })),
      form,
      look: { stroke: "none" },
      fill: { fill: `var(--opt-${band.token})`, fillOpacity: "var(--band)" },
    },
  ];
}
