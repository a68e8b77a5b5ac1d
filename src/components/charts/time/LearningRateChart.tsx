import { useCallback, useContext, useMemo } from "react";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { selectLearningRateReadout } from "../../../store/charts/chartSelectors";
import { selectLearningRateDrawing } from "../../../store/charts/drawingSelectors";
import { MathSymbol } from "../../ui/MathSymbol";
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
import { SketchContext } from "./sketched";
import { TimeChart, timeChartUnder } from "./TimeChart";

/** η of every shown run, with a tick on the axis at every meta-update. */
export function LearningRateChart() {
  const { model, xRange: usualRange } = useChartsInTurn(selectLearningRateDrawing);
  const sketch = useContext(SketchContext);
  const guide = sketch?.guide;
  const xRange = useMemo((): readonly [number, number] => {
    const [from, to] = usualRange;
    return sketch ? [from, Math.max(to, sketch.to)] : usualRange;
  }, [usualRange, sketch]);
  const drawn = useMemo(() => withBandEdge(drawnSeries(model.series, model.axes.y), model.band, model.axes.y), [model]);
  const recording = useRecording();
  const hasP = model.series.some(
    ({ optimizer, visibility }) => OPTIMIZERS[optimizer].learns === "preconditioner" && visibility === "shown",
  );
  const hover = useHover(
    drawn[0]?.run,
    useCallback(
      (size: BoxSize) => timeChartUnder({ size, model, drawn, xRange, guide }),
      [model, drawn, xRange, guide],
    ),
  );
  const draw = useCallback(
    (size: BoxSize) =>
      recording ? (
        <RecordedLines size={size} recording={recording} column="learningRate" yScale={model.axes.y} isSmooth={false} />
      ) : (
        <TimeChart
          size={size}
          model={model}
          drawn={drawn}
          form="stepAfter"
          readout={selectLearningRateReadout}
          xRange={xRange}
          showMetaTicks
          guide={guide}
          layer={sketch?.layer}
        />
      ),
    [recording, model, drawn, xRange, guide, sketch],
  );
  const rest = useCallback((size: BoxSize) => <RestOfLines size={size} drawn={drawn} />, [drawn]);
  return (
    <ChartFigure
      {...FIGURES.learningRate}
      note={
        <>
          {recording ? <span>{recordedNote(recording)}</span> : <AxesNote model={model} drawn={drawn} what="" />}
          {hasP ? (
            <span className="opt">
              ; APO-P: mean eigenvalue of <MathSymbol symbol="P" />
            </span>
          ) : null}
          <BandNote band={model.band} />
        </>
      }
      part="learningRate"
      summary={recording ? recordedSummary(recording, "learningRate") : model.summary}
      table={
        recording ? (
          <RecordedTable recording={recording} column="learningRate" isSmooth={false} />
        ) : (
          <DataTable caption={model.yTitle} xTitle={model.xTitle} series={drawn} />
        )
      }
      rest={recording ? undefined : rest}
      {...(recording ? {} : hover)}
    >
      {draw}
    </ChartFigure>
  );
}
