import { useEffect, useState } from "react";
import { CHART_IDS, type ChartId } from "../../config/tables/views";
import { experimentStore } from "../../store/experiment/experimentStore";
import { startSpeaker } from "../../store/spoken/speaker";

/** What changed while it trains, for a screen reader: of the figure that has the focus, else of the losses. */
export function SpokenChanges() {
  const [words, setWords] = useState("");
  useEffect(() => startSpeaker({ store: experimentStore, figureInFocus, tell: setWords }), []);
  return (
    <p className="hidden" role="status" aria-label="What changed">
      {words}
    </p>
  );
}

function figureInFocus(): ChartId | null {
  const chart = document.activeElement?.closest<HTMLElement>("[data-chart]")?.dataset.chart;
  return CHART_IDS.find((id) => id === chart) ?? null;
}
