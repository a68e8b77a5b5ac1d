import { memo } from "react";
import type { SweepMapModel } from "../../../store/views/sweepMap/sweepSelectors";
import { levelWords } from "../../../store/views/sweepMap/sweepWords";
import { MathText } from "../../ui/MathSymbol";
import "./sweepMap.css";

/** What equal colours mean, and which cells are level with the best. */
export const MapLevel = memo(function MapLevel({ model: { classWords, level, grid } }: { model: SweepMapModel }) {
  if (classWords === "") return null;
  return (
    <p className="map-level">
      <span>{classWords}</span> <MathText text={levelWords(level, grid)} />
    </p>
  );
});
