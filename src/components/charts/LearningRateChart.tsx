import { useCallback, useMemo } from "react";
import { selectLearningRateReadout } from "../../store/chartSelectors";
import { MathSymbol } from "../MathSymbol";
import { BandNote } from "./BandNote";
import { ChartFigure } from "./ChartFigure";
import { DataTable } from "./DataTable";
import { drawnSeries, withBandEdge } from "./drawnSeries";
import { endLabelMargins } from "./endLabelMargins";
import type { BoxSize } from "./geometry";
import { TimeChart } from "./TimeChart";
import { selectLearningRateView } from "./timeViews";
import { useChartsInTurn } from "./useChartsInTurn";
import { useHover } from "./useHover";

/** η of every shown run, with a tick on the axis at every meta-update. */
export function LearningRateChart() {
  const { model, xEnd } = useChartsInTurn(selectLearningRateView);
  const drawn = useMemo(() => withBandEdge(drawnSeries(model.series, "log"), model.band, "log"), [model]);
  const hasP = model.series.some(({ optimizer, visibility }) => optimizer === "apo-p" && visibility === "shown");
  const hover = useHover(drawn[0]?.run, xEnd, endLabelMargins(drawn));
  const draw = useCallback(
    (size: BoxSize) => (
      <TimeChart
        size={size}
        model={model}
        drawn={drawn}
        yScale="log"
        form="stepAfter"
        readout={selectLearningRateReadout}
        xEnd={xEnd}
        showMetaTicks
      />
    ),
    [model, drawn, xEnd],
  );
  return (
    <ChartFigure
      name="Learning rate"
      title={
        <>
          Learning rate <MathSymbol symbol="η" />
        </>
      }
      note={
        <>
          log scale
          {hasP ? (
            <span className="opt">
              ; APO-P: mean eigenvalue of <MathSymbol symbol="P" />
            </span>
          ) : null}
          <BandNote band={model.band} />
        </>
      }
      part="learningRate"
      summary={model.summary}
      table={<DataTable caption={model.yTitle} xTitle={model.xTitle} series={drawn} />}
      {...hover}
    >
      {draw}
    </ChartFigure>
  );
}
