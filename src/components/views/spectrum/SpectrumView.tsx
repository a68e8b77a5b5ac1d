import { useCallback, useMemo } from "react";
import { layerName } from "../../../config/formulas/layerWords";
import {
  type SpectrumDrawingModel,
  selectSpectrumDrawing,
} from "../../../store/views/spectrum/spectrumDrawingSelectors";
import type { HeatModel } from "../../../store/views/spectrum/spectrumViewSelectors";
import { DataTable } from "../../charts/figure/DataTable";
import { useChartsInTurn } from "../../charts/figure/useChartsInTurn";
import type { BoxSize } from "../../charts/geometry/geometry";
import { useStableFrame } from "../../charts/geometry/useStableFrame";
import { useZoom } from "../../charts/marks/useZoom";
import { MathText } from "../../ui/MathSymbol";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { HeatMap } from "./HeatMap";
import { LayerChoice } from "./LayerChoice";
import { NumbersTable } from "./NumbersTable";
import { SortedPlot } from "./SortedPlot";
import { spectrumFrames } from "./spectrumFrames";
import "./spectrumView.css";
import "../views.css";

/** One method's eigenvalues as they were learned, and every method's beside them at the step shown, with the ideal ones. */
export function SpectrumView() {
  const model = useChartsInTurn(selectSpectrumDrawing);
  const { heat, sorted } = model;
  const draw = useCallback((size: BoxSize) => <Drawing size={size} model={model} />, [model]);
  const { onKeyDown } = useZoom(nothingUnder);
  if (sorted.curves.length === 0 && sorted.without.length > 0) {
    return <ViewAbsent view="spectrum" why={`${withoutSentence(sorted.without)} Add APO-P to see one learn.`} />;
  }
  const name = heat.identity?.name ?? "Nothing measured yet";
  return (
    <ViewFigure
      view="spectrum"
      onKeyDown={onKeyDown}
      className="spectrum-time wide"
      note={`${name} by step, ${layerName(sorted.layer)}; beside it every method ${sorted.when}`}
      summary={sorted.summary}
      table={
        <div className="spectrum-side">
          <LayerChoice layer={sorted.layer} layers={sorted.layers} />
          {sorted.learned ? <p className="note">{sorted.learned}</p> : null}
          <NumbersTable curves={sorted.curves} layer={sorted.layer} step={sorted.step} when={sorted.when} />
          {sorted.without.length > 0 ? <p className="note">{withoutSentence(sorted.without)}</p> : null}
          {sorted.why ? (
            <p className="note">
              <MathText text={sorted.why} />
            </p>
          ) : null}
          <HeatTable heat={heat} layer={sorted.layer} />
        </div>
      }
    >
      {draw}
    </ViewFigure>
  );
}

/** The map within the figure follows presses itself. */
const nothingUnder = () => null;

/** Why some methods have no spectrum. */
function withoutSentence(names: readonly string[]): string {
  const who = names.join(", ");
  return names.length > 1
    ? `${who} find every step anew on its batch: they keep no preconditioner whose eigenvalues could be drawn.`
    : `${who} finds every step anew on its batch: it keeps no preconditioner whose eigenvalues could be drawn.`;
}

function Drawing({ size, model }: { size: BoxSize; model: SpectrumDrawingModel }) {
  const { heat, sorted } = model;
  const frames = spectrumFrames(size, sorted, model);
  const heatFrame = useStableFrame(frames.heat);
  const sortedFrame = useStableFrame(frames.sorted);
  const ideal = sorted.curves.find(({ form }) => form === "exact");
  return (
    <>
      <HeatMap frame={heatFrame} model={heat} ideal={ideal} reached={model.reached} />
      <SortedPlot
        frame={sortedFrame}
        curves={sorted.curves}
        left={frames.left}
        top={frames.top}
        nameOf={frames.nameOf}
      />
    </>
  );
}

/** The map in numbers, for screen readers. */
function HeatTable({ heat: { identity, columns }, layer }: { heat: HeatModel; layer: string }) {
  const series = useMemo(
    () =>
      (["min", "mean", "max"] as const).map((end) => ({
        name: { min: "smallest", mean: "mean", max: "largest" }[end],
        points: columns.map(({ step, density }) => ({ x: step, y: density[end] })),
      })),
    [columns],
  );
  return (
    <DataTable caption={`Eigenvalues of ${layerName(layer)}, ${identity?.name ?? ""},`} xTitle="step" series={series} />
  );
}
