import { useCharts } from "../../store/experiment/experimentStore";
import type { FittedRunModel } from "../../store/fit/fitSelectors";
import { AxisTitles } from "../charts/axes/AxisTitles";
import type { Frame } from "../charts/geometry/frame";
import { labelRows } from "../charts/labels/labelRows";
import { placeLabels } from "../charts/labels/placeLabels";
import { RunNames } from "../charts/labels/RunNames";
import { runMark } from "../ui/runMark";
import { seriesStroke } from "../ui/seriesStroke";

/** Names beside the right ends of the fitted functions. */
export function FitLabels({ frame, runs }: { frame: Frame; runs: readonly FittedRunModel[] }) {
  const { box, y } = frame;
  const pointedRun = useCharts((state) => state.display.pointedRun);
  const ends = runs.filter(hasEnd).map((run) => ({
    ...run,
    look: seriesStroke(run.token),
    mark: runMark(run.token, run.variant),
    y: Math.min(box.bottom, Math.max(box.top, y(run.prediction?.values.at(-1) ?? 0))),
  }));
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      <AxisTitles frame={frame} xTitle="x" yTitle="y" />
      <RunNames box={box} labels={placeLabels(ends, labelRows(box, false), pointedRun)} />
    </svg>
  );
}

/** Whether a run's function ends somewhere, so that its name can stand there. */
export const hasEnd = ({ prediction }: FittedRunModel): boolean => Number.isFinite(prediction?.values.at(-1));
