import { useCallback, useMemo } from "react";
import { selectLossReadout } from "../../../store/charts/chartSelectors";
import { selectLossDrawing } from "../../../store/charts/drawingSelectors";
import { isSmoothed } from "../../../store/charts/smoothingChoice";
import { useExperiment } from "../../../store/experiment/experimentStore";
import type { LossScale } from "../../../store/experiment/state";
import { drawnSeries, withBandEdge } from "../curves/drawnSeries";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable } from "../figure/DataTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { BoxSize } from "../geometry/geometry";
import { RestOfLines } from "../labels/RestOfLines";
import { useHover } from "../marks/useHover";
import { BandNote } from "./BandNote";
import { LogGapNote } from "./LogGapNote";
import { lossNote } from "./lossLook";
import { RecordedLines, recordedNote, recordedSummary } from "./RecordedLines";
import { RecordedTable } from "./RecordedTable";
import { useRecording } from "./recordingContext";
import { TimeChart, timeChartUnder } from "./TimeChart";

interface LossChartProps {
  yScale: LossScale;
}

/** Train or test loss of every shown run; before the first step of the first view, a run that was recorded. */
export function LossChart({ yScale }: LossChartProps) {
  const { model, split, xEnd } = useChartsInTurn(selectLossDrawing);
  const recording = useRecording();
  const isSmooth = useExperiment(isSmoothed);
  const drawn = useMemo(() => withBandEdge(drawnSeries(model.series, yScale), model.band, yScale), [model, yScale]);
  const hover = useHover(
    drawn[0]?.run,
    useCallback((size: BoxSize) => timeChartUnder({ size, model, drawn, yScale, xEnd }), [model, drawn, yScale, xEnd]),
  );
  const draw = useCallback(
    (size: BoxSize) =>
      recording ? (
        <RecordedLines size={size} recording={recording} yScale={yScale} isSmooth={isSmooth} />
      ) : (
        <TimeChart
          size={size}
          model={model}
          drawn={drawn}
          yScale={yScale}
          form="linear"
          readout={selectLossReadout}
          xEnd={xEnd}
        />
      ),
    [recording, model, drawn, yScale, isSmooth, xEnd],
  );
  const rest = useCallback((size: BoxSize) => <RestOfLines size={size} drawn={drawn} />, [drawn]);
  return (
    <ChartFigure
      {...FIGURES.loss}
      title={split === "train" ? FIGURES.loss.title : "Test loss"}
      note={
        <>
          <span>
            {recording
              ? recordedNote(recording)
              : lossNote(
                  yScale,
                  split === "test" ? "at evaluations" : model.isSmooth ? "smoothed over raw" : "on each batch",
                )}
          </span>
          <BandNote band={model.band} />
          {recording ? null : <LogGapNote drawn={drawn} />}
        </>
      }
      part="loss"
      summary={recording ? recordedSummary(recording) : model.summary}
      table={
        recording ? (
          <RecordedTable recording={recording} isSmooth={isSmooth} />
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
