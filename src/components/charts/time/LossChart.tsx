import { useCallback, useMemo } from "react";
import { selectLossReadout } from "../../../store/charts/chartSelectors";
import { selectLossDrawing } from "../../../store/charts/drawingSelectors";
import { isSmoothed } from "../../../store/charts/taskChoices";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { drawnSeries, withBandEdge } from "../curves/drawnSeries";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable } from "../figure/DataTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { BoxSize } from "../geometry/geometry";
import { RestOfLines } from "../labels/RestOfLines";
import { useHover } from "../marks/useHover";
import { AxesNote } from "./AxesNote";
import { BandNote } from "./BandNote";
import { RecordedLines, recordedNote, recordedSummary } from "./RecordedLines";
import { RecordedTable } from "./RecordedTable";
import { useRecording } from "./recordingContext";
import { TimeChart, timeChartUnder } from "./TimeChart";

/** Train or test loss of every shown run; before the first step of the first view, a run that was recorded. */
export function LossChart() {
  const { model, split, xRange } = useChartsInTurn(selectLossDrawing);
  const yScale = model.axes.y;
  const recording = useRecording();
  const isSmooth = useExperiment(isSmoothed);
  const isRecorded = useExperiment((state) => state.recorded !== null);
  const drawn = useMemo(() => withBandEdge(drawnSeries(model.series, yScale), model.band, yScale), [model, yScale]);
  const hover = useHover(
    drawn[0]?.run,
    useCallback((size: BoxSize) => timeChartUnder({ size, model, drawn, xRange }), [model, drawn, xRange]),
  );
  const draw = useCallback(
    (size: BoxSize) =>
      recording ? (
        <RecordedLines size={size} recording={recording} column="trainLoss" yScale={yScale} isSmooth={isSmooth} />
      ) : (
        <TimeChart size={size} model={model} drawn={drawn} form="linear" readout={selectLossReadout} xRange={xRange} />
      ),
    [recording, model, drawn, yScale, isSmooth, xRange],
  );
  const rest = useCallback((size: BoxSize) => <RestOfLines size={size} drawn={drawn} />, [drawn]);
  return (
    <ChartFigure
      {...FIGURES.loss}
      title={split === "train" ? FIGURES.loss.title : "Test loss"}
      note={
        <>
          {isRecorded && !recording ? <b className="from-log">Recorded run</b> : null}
          {recording ? (
            <span>{recordedNote(recording)}</span>
          ) : (
            <AxesNote
              model={model}
              drawn={drawn}
              what={split !== "train" ? "at evaluations" : model.isSmooth ? "smoothed over raw" : "on each batch"}
            />
          )}
          <BandNote band={model.band} />
        </>
      }
      part="loss"
      summary={recording ? recordedSummary(recording, "trainLoss") : model.summary}
      table={
        recording ? (
          <RecordedTable recording={recording} column="trainLoss" isSmooth={isSmooth} />
        ) : (
          <DataTable caption={model.isSmooth ? "loss, smoothed," : model.yTitle} xTitle={model.xTitle} series={drawn} />
        )
      }
      rest={recording ? undefined : rest}
      {...(recording ? {} : hover)}
    >
      {draw}
    </ChartFigure>
  );
}
