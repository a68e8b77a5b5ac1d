import type { TimeChartModel } from "../../../store/charts/chartModels";
import type { GapDrawingModel } from "../../../store/views/gap/gapDrawingSelectors";
import type { GapModel } from "../../../store/views/gap/gapSelectors";
import { type DrawnSeries, drawnSeries, positivePoints } from "../../charts/curves/drawnSeries";
import type { Guide } from "../../charts/marks/Guide";

/** The lines of both charts, and what stands beside them. */
export interface DrawnGap {
  model: GapModel;
  xRange: readonly [number, number];
  isEmpty: boolean;
  isAveraged: boolean;
  distance: readonly DrawnSeries[];
  cosine: readonly DrawnSeries[];
  /** Its axis begins at 0 where no line goes below. */
  cosineModel: TimeChartModel;
  guide: Guide | undefined;
}

/** Lines of both charts. */
export function drawnGap({ model, xRange }: GapDrawingModel): DrawnGap {
  const distance = withoutRaw(drawnSeries(model.distance.series, model.distance.axes.y));
  const cosine = withoutRaw(drawnSeries(model.cosine.series, "linear"));
  const { floorRun, floor } = model;
  const isShown = distance.some(({ run }) => run === floorRun) && floor.length > 0;
  return {
    model,
    xRange,
    isEmpty: distance.every(({ last }) => last === null),
    isAveraged: model.distance.isSmooth,
    distance,
    cosine,
    cosineModel: { ...model.cosine, yDomain: cosine.some(goesAgainst) ? [-1, 1] : [0, 1] },
    guide: isShown
      ? {
          names: ["floor of any single η", "floor of any η", "floor"],
          points: model.distance.axes.y === "log" ? positivePoints(floor) : floor,
        }
      : undefined,
  };
}

const goesAgainst = ({ points }: DrawnSeries): boolean => points.some(({ y }) => y !== null && y < 0);

/** The raw values of five runs, each a batch of its own, would hide the lines: the averages stand alone. */
const withoutRaw = (drawn: readonly DrawnSeries[]) => drawn.map((series) => ({ ...series, raw: null }));
