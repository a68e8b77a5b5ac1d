import { useCallback, useEffect, useRef, useState } from "react";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { wantsRecordedMap } from "../../../store/views/sweepMap/recordedSweep";
import { cellOfLambda } from "../../../store/views/sweepMap/sweepAxis";
import {
  type SweepMapModel,
  type SweepPointModel,
  selectSweepMap,
  selectSweepPoint,
} from "../../../store/views/sweepMap/sweepSelectors";
import type { BoxSize } from "../../charts/geometry/geometry";
import { useActions } from "../../ui/actionsContext";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { MapHandle } from "./MapHandle";
import { MapLegend } from "./MapLegend";
import { MapLevel } from "./MapLevel";
import { MapPlot } from "./MapPlot";
import { MapReadout } from "./MapReadout";
import { MapSliders } from "./MapSliders";
import { MapTable } from "./MapTable";
import type { MapPlace } from "./mapLayout";
import { SweepControls } from "./SweepControls";
import "./sweepMap.css";

/** Where training ends for every pair of λ, and a handle on both sliders at once. */
export function SweepMap() {
  const model = useExperiment(selectSweepMap);
  const point = useExperiment(selectSweepPoint);
  const actions = useActions();
  const isWanted = useExperiment(wantsRecordedMap);
  useEffect(() => {
    if (isWanted) actions.openSweepMap();
  }, [actions, isWanted]);
  if (model && point) return <LiveMap model={model} point={point} />;
  return (
    <ViewAbsent
      view="sweepMap"
      why="No APO run races, so there are no prices to try. Add APO-P or APO-η under Methods and settings."
    />
  );
}

function LiveMap({ model, point }: { model: SweepMapModel; point: SweepPointModel }) {
  const [pointed, setPointed] = useState<MapPlace | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const onPoint = useCallback(
    (next: MapPlace | null) => setPointed((last) => (isSamePlace(last, next) ? last : next)),
    [],
  );
  const onGrab = useCallback(() => first.current?.focus({ preventScroll: true }), []);
  const draw = useCallback(
    (size: BoxSize) => (
      <>
        <MapPlot size={size} model={model} pointed={pointed} />
        <MapLegend size={size} model={model} />
        <MapHandle size={size} grid={model.grid} point={point} onPoint={onPoint} onGrab={onGrab} />
      </>
    ),
    [model, point, pointed, onPoint, onGrab],
  );
  const { lambdaFsd, lambdaWsd } = model.grid;
  const held = { column: cellOfLambda(lambdaFsd, point.lambdaFsd), row: cellOfLambda(lambdaWsd, point.lambdaWsd) };
  return (
    <ViewFigure
      view="sweepMap"
      note={model.note}
      summary={model.summary}
      table={<MapTable model={model} />}
      below={
        <div className="below-map">
          <MapSliders model={model} point={point} held={held} first={first} />
          <MapReadout model={model} point={point} held={held} pointed={pointed} />
          <MapLevel model={model} />
          <SweepControls stale={model.stale} shows={model.shows} />
        </div>
      }
    >
      {draw}
    </ViewFigure>
  );
}

function isSamePlace(a: MapPlace | null, b: MapPlace | null): boolean {
  return a?.column === b?.column && a?.row === b?.row;
}
