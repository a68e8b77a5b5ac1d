import type { ChartSeries, TimeChartModel } from "../../../store/charts/chartModels";
import type { GapDrawingModel } from "../../../store/views/gap/gapDrawingSelectors";
import type { GapColumn } from "../../../store/views/gap/gapModel";
import type { GapModel } from "../../../store/views/gap/gapSelectors";
import { type DrawnSeries, drawnSeries, positivePoints } from "../../charts/curves/drawnSeries";
import { smoothPoints } from "../../charts/curves/smoothing";
import type { Guide } from "../../charts/marks/Guide";

/** The lines of both charts, and what stands beside them. */
export interface DrawnGap {
  model: GapModel;
  xEnd: number;
  isEmpty: boolean;
  isAveraged: boolean;
  distance: readonly DrawnSeries[];
  cosine: readonly DrawnSeries[];
  /** Its axis begins at 0 where no line goes below. */
  cosineModel: TimeChartModel;
  guide: Guide | undefined;
}

/** Lines of both charts; averaged over about ten steps where every step has a value and smoothing is on. */
export function drawnGap({ model, runs, isSmooth, xEnd }: GapDrawingModel): DrawnGap {
  const logs = new Map(runs.map(({ run, columns }) => [run, columns]));
  const averages = isSmooth && model.kind === "linear";
  const smooth = (column: GapColumn) =>
    averages
      ? ({ run, points }: Pick<ChartSeries, "run" | "points">) => {
          const log = logs.get(run);
          return log ? smoothPoints(points, log, column) : points;
        }
      : undefined;
  const distance = withoutRaw(drawnSeries(model.distance.series, "log", smooth("proximalDistance")));
  const cosine = withoutRaw(drawnSeries(model.cosine.series, "linear", smooth("proximalCosine")));
  const { floorRun, floor } = model;
  const floorPoints = floorRun ? (smooth("proximalFloor")?.({ run: floorRun, points: floor }) ?? floor) : [];
  const isShown = distance.some(({ run }) => run === floorRun) && floorPoints.length > 0;
  return {
    model,
    xEnd,
    isEmpty: distance.every(({ last }) => last === null),
    isAveraged: averages,
    distance,
    cosine,
    cosineModel: { ...model.cosine, yDomain: cosine.some(goesAgainst) ? [-1, 1] : [0, 1] },
    guide: isShown
      ? { names: ["floor of any single η", "floor of any η", "floor"], points: positivePoints(floorPoints) }
      : undefined,
  };
}

const goesAgainst = ({ points }: DrawnSeries): boolean => points.some(({ y }) => y !== null && y < 0);

/** The raw values of five runs, each a batch of its own, would hide the lines: the averages stand alone. */
const withoutRaw = (drawn: readonly DrawnSeries[]) => drawn.map((series) => ({ ...series, raw: null }));
