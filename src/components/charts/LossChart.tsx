import { useCallback, useMemo } from "react";
import { selectLossReadout } from "../../store/chartSelectors";
import type { ChartSeries } from "../../store/viewModels";
import { BandNote } from "./BandNote";
import { ChartFigure } from "./ChartFigure";
import { DataTable } from "./DataTable";
import { drawnSeries, withBandEdge } from "./drawnSeries";
import { endLabelMargins } from "./endLabelMargins";
import type { BoxSize } from "./geometry";
import { smoothPoints } from "./smoothing";
import { TimeChart } from "./TimeChart";
import { selectLossView } from "./timeViews";
import { useChartsInTurn } from "./useChartsInTurn";
import { useHover } from "./useHover";

/** How the loss is drawn. */
export interface LossChartProps {
  yScale: "log" | "linear";
  /** Draw a running average over the faint raw line; evaluations are never averaged. */
  isSmooth: boolean;
  /** Names without values, for small frames. */
  isCompact?: boolean;
}

/** Train or test loss of every shown run. */
export function LossChart({ yScale, isSmooth, isCompact = false }: LossChartProps) {
  const { model, runs, split, xEnd } = useChartsInTurn(selectLossView);
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
    (size: BoxSize) => (
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
    [model, drawn, yScale, xEnd, isCompact],
  );
  return (
    <ChartFigure
      name="Loss"
      title={split === "train" ? "Training loss" : "Test loss"}
      note={
        <>
          {lossNote(yScale, split === "test" ? "at evaluations" : averages ? "smoothed over raw" : "on each batch")}
          <BandNote band={model.band} />
        </>
      }
      part="loss"
      summary={model.summary}
      table={<DataTable caption={model.yTitle} xTitle={model.xTitle} series={drawn} />}
      {...hover}
    >
      {draw}
    </ChartFigure>
  );
}

function lossNote(yScale: "log" | "linear", what: string): string {
  return yScale === "log" ? `log scale, ${what}` : what;
}
