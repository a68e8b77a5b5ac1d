import type { MarkerModel, ReadoutModel } from "../../../store/charts/chartModels";
import { useCharts } from "../../../store/experiment/experimentStore";
import type { ExperimentState } from "../../../store/experiment/state";
import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";
import { LineLabels } from "./LineLabels";
import { MarkerTexts } from "./MarkerTexts";

interface EndLabelsProps {
  frame: Frame;
  drawn: readonly DrawnSeries[];
  markers: readonly MarkerModel[];
  xTitle: string;
  yTitle: string;
  readout: (state: ExperimentState) => ReadoutModel;
  /** There is room for values beside the names. */
  hasValues: boolean;
}

/** The lines' names with their values at the step under the pointer, else at the latest step, and what was moved. */
export function EndLabels({ readout, markers, ...labels }: EndLabelsProps) {
  const { hover, isSmooth, rows } = useCharts(readout);
  const pointedRun = useCharts((state) => state.display.pointedRun);
  return (
    <LineLabels
      {...labels}
      step={hover?.step ?? Math.max(0, ...rows.map((row) => row.step))}
      rows={new Map(rows.map((row) => [row.run, row]))}
      isPointedAt={hover !== null}
      pointedRun={pointedRun}
      isSmooth={isSmooth}
    >
      <MarkerTexts markers={markers} frame={labels.frame} />
    </LineLabels>
  );
}
