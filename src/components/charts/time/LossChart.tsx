import { useCallback, useMemo } from "react";
import type { ChartSeries } from "../../../store/charts/chartModels";
import { selectLossReadout } from "../../../store/charts/chartSelectors";
import { selectLossDrawing } from "../../../store/charts/drawingSelectors";
import { drawnSeries, withBandEdge } from "../curves/drawnSeries";
import { smoothPoints } from "../curves/smoothing";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable } from "../figure/DataTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { BoxSize } from "../geometry/geometry";
import { endLabelMargins } from "../labels/endLabelMargins";
import { useHover } from "../marks/useHover";
import { BandNote } from "./BandNote";
import { type LossLook, lossNote } from "./lossLook";
import { RecordedLines, recordedNote, recordedSummary } from "./RecordedLines";
import { useRecording } from "./recordingContext";
import { TimeChart } from "./TimeChart";

interface LossChartProps extends LossLook {
  /** Names without values, for small frames. */
  isCompact?: boolean;
}

/** Train or test loss of every shown run; before the first step of the first view, a run that was recorded. */
export function LossChart({ yScale, isSmooth, isCompact = false }: LossChartProps) {
  const { model, runs, split, xEnd } = useChartsInTurn(selectLossDrawing);
  const recording = useRecording();
  const averages = isSmooth && split === "train";
  const drawn = useMemo(() => {
    const logs = new Map(runs.map(({ run, columns }) => [run, columns]));
    const smooth = ({ run, points }: ChartSeries) => {
      const log = logs.get(run);
      return log ? smoothPoints(points, log) : points;
    };
    return withBandEdge(drawnSeries(model.series, yScale, averages ? smooth : undefined), model.band, yScale);
  }, [model, runs, yScale, averages]);
  const hover = useHover(drawn[0]?.run, xEnd, endLabelMargins(drawn, isCompact));
  const draw = useCallback(
    (size: BoxSize) =>
      recording ? (
        <RecordedLines size={size} recording={recording} yScale={yScale} isSmooth={isSmooth} isCompact={isCompact} />
      ) : (
        <TimeChart
          size={size}
          model={model}
          drawn={drawn}
          yScale={yScale}
          form="linear"
          readout={selectLossReadout}
          xEnd={xEnd}
          isCompact={isCompact}
        />
      ),
    [recording, model, drawn, yScale, isSmooth, xEnd, isCompact],
  );
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
                  split === "test" ? "at evaluations" : averages ? "smoothed over raw" : "on each batch",
                )}
          </span>
          <BandNote band={model.band} />
        </>
      }
      part="loss"
      summary={recording ? recordedSummary(recording) : model.summary}
      table={<DataTable caption={model.yTitle} xTitle={model.xTitle} series={drawn} />}
      {...(recording ? {} : hover)}
    >
      {draw}
    </ChartFigure>
  );
}
