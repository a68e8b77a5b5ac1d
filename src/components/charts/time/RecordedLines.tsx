import { memo, useMemo } from "react";
import { type RecordedColumn, type Recording, recordedSeries } from "../../../store/charts/recording";
import { formatNumber } from "../../../store/words/format";
import { drawnSeries } from "../curves/drawnSeries";
import { PlainPlot } from "../curves/PlainPlot";
import { curvesOf, TIME_AXES } from "../curves/timeCurves";
import type { BoxSize } from "../geometry/geometry";
import { LineLabels } from "../labels/LineLabels";
import { Backdrop } from "../marks/Backdrop";
import type { LossLook } from "./lossLook";
import { timeChartFrame } from "./timeChartFrame";
import "./recordedLines.css";

interface RecordedLinesProps extends LossLook {
  size: BoxSize;
  recording: Recording;
  column: RecordedColumn;
}

/** What the two columns are called, and how their lines go from step to step. */
const COLUMNS = {
  trainLoss: { title: "loss", form: "linear" },
  learningRate: { title: "η", form: "stepAfter" },
} as const;

const NOTHING = { markers: [], metaTicks: [] };

/** Losses or rates of a recorded run, drawn without recharts, which is not there yet when the page is first painted. */
export const RecordedLines = memo(function RecordedLines(props: RecordedLinesProps) {
  const { size, recording, column, yScale, isSmooth } = props;
  const { title, form } = COLUMNS[column];
  const series = useMemo(() => recordedSeries(recording, column, isSmooth), [recording, column, isSmooth]);
  const drawn = useMemo(() => drawnSeries(series, yScale), [series, yScale]);
  const curves = useMemo(() => curvesOf(drawn, form), [drawn, form]);
  const steps = Math.max(0, ...series.map(({ last }) => last?.step ?? 0));
  const yValues = series.flatMap(({ points }) => points.map(({ y }) => y));
  const { frame, hasValues } = timeChartFrame({ size, drawn, yScale, xRange: [0, recording.config.steps], yValues });
  const rows = new Map(
    series.map((one) => [
      one.run,
      { ...one, step: steps, x: steps, value: one.last?.y ?? null, text: textOf(one.last?.y) },
    ]),
  );
  // beside the labels of the lines, whose head may stand as high
  return (
    <>
      <Backdrop frame={frame} model={NOTHING} drawn={drawn} showMetaTicks={false} />
      <PlainPlot frame={frame} axes={TIME_AXES[yScale]} curves={curves} />
      <LineLabels
        frame={frame}
        drawn={drawn}
        xTitle="step"
        yTitle={title}
        step={steps}
        rows={rows}
        isPointedAt={false}
        isSmooth={isSmooth}
        pointedRun={null}
        hasValues={hasValues}
      />
      <p className="recorded" style={{ right: frame.box.width - frame.box.right }}>
        Recorded run
      </p>
    </>
  );
});

const textOf = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value));

/** What a figure of a recording says of it. */
export const recordedNote = ({ origin }: Recording) => `a recording: ${origin}`;

/** The same for those who cannot see it. */
export const recordedSummary = ({ origin, series }: Recording, column: RecordedColumn) =>
  `A recorded run (${origin}), until this page has trained a step of its own. ${column === "trainLoss" ? "Training loss" : "Learning rate"} at its last step: ${series[
    column
  ]
    .map(({ name, last }) => `${name} ${textOf(last?.y)}`)
    .join(", ")}.`;
