import { useCallback, useMemo } from "react";
import { selectAccuracyReadout } from "../../../store/charts/chartSelectors";
import { selectAccuracyDrawing } from "../../../store/charts/drawingSelectors";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { metricWords } from "../../../store/words/metricWords";
import { drawnSeries } from "../curves/drawnSeries";
import { ChartFigure } from "../figure/ChartFigure";
import { DataTable } from "../figure/DataTable";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { BoxSize } from "../geometry/geometry";
import { RestOfLines } from "../labels/RestOfLines";
import { useHover } from "../marks/useHover";
import { AxesNote } from "./AxesNote";
import { TimeChart, timeChartUnder } from "./TimeChart";

/** The share of the test split that every shown run classifies right, 0 to 1, or its BLEU, 0 to 100, at evaluations. */
export function AccuracyChart() {
  const { model, xRange } = useChartsInTurn(selectAccuracyDrawing);
  const drawn = useMemo(() => drawnSeries(model.series, model.axes.y), [model]);
  const { title, word } = useExperiment((state) => metricWords(state.config));
  const hover = useHover(
    drawn[0]?.run,
    useCallback((size: BoxSize) => timeChartUnder({ size, model, drawn, xRange }), [model, drawn, xRange]),
  );
  const draw = useCallback(
    (size: BoxSize) => (
      <TimeChart
        size={size}
        model={model}
        drawn={drawn}
        form="linear"
        readout={selectAccuracyReadout}
        xRange={xRange}
        showSamples
      />
    ),
    [model, drawn, xRange],
  );
  const rest = useCallback((size: BoxSize) => <RestOfLines size={size} drawn={drawn} />, [drawn]);
  return (
    <ChartFigure
      chart="accuracy"
      name={title}
      title={`Test ${word}`}
      note={<AxesNote model={model} drawn={drawn} what="at evaluations" />}
      part="loss"
      summary={model.summary}
      table={<DataTable caption={`test ${word}`} xTitle={model.xTitle} series={drawn} />}
      rest={rest}
      {...hover}
    >
      {draw}
    </ChartFigure>
  );
}
