import { type KeyboardEvent, useId, useState } from "react";
import { EMBED_CHART_NAMES } from "../../store/embed/embedSelectors";
import type { EmbedChart } from "../../store/experiment/embedChoice";
import { OnScreen } from "../charts/figure/OnScreen";
import { Boundary } from "../states/Boundary";
import { useMediaQuery } from "../ui/useMediaQuery";
import { EMBED_FIGURES, placeOf } from "./embedFigures";
import "./embed.css";

/** Below this width one chart is shown at a time (the same number stands in the styles). */
const NARROW = "(max-width: 419px)";

/** A chart in its place, drawn while it is in sight. */
export function EmbedFigure({ chart }: { chart: EmbedChart }) {
  const Figure = EMBED_FIGURES[chart];
  return (
    <div className={placeOf(chart)} data-chart={chart}>
      <Boundary around="figure">
        <OnScreen>
          <Figure />
        </OnScreen>
      </Boundary>
    </div>
  );
}

/** The chosen charts in their order; where there is no room beside each other, one with tabs, and its numbers in words. */
export function EmbedCharts({ charts }: { charts: readonly EmbedChart[] }) {
  const isNarrow = useMediaQuery(NARROW);
  if (isNarrow && charts.length > 1) return <Tabs charts={charts} />;
  return (
    <div className={isNarrow ? "embed-charts one" : "embed-charts"} data-count={Math.min(charts.length, 4)}>
      {charts.map((chart) => (
        <EmbedFigure key={chart} chart={chart} />
      ))}
    </div>
  );
}

function Tabs({ charts }: { charts: readonly EmbedChart[] }) {
  const id = useId();
  const [chosen, setChosen] = useState(charts[0]);
  const shown = charts.find((chart) => chart === chosen) ?? charts[0];
  if (!shown) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = by && charts.at((charts.indexOf(shown) + by) % charts.length);
    if (!next) return;
    event.preventDefault();
    setChosen(next);
    document.getElementById(`${id}${next}`)?.focus();
  };
  return (
    <>
      <div className="embed-tabs" role="tablist" aria-label="Charts" onKeyDown={onKeyDown}>
        {charts.map((chart) => (
          <button
            key={chart}
            id={`${id}${chart}`}
            type="button"
            role="tab"
            data-roving
            aria-selected={chart === shown}
            aria-controls={`${id}panel`}
            tabIndex={chart === shown ? 0 : -1}
            onClick={() => setChosen(chart)}
          >
            {EMBED_CHART_NAMES[chart]}
          </button>
        ))}
      </div>
      <div className="embed-charts one" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${shown}`}>
        <EmbedFigure key={shown} chart={shown} />
      </div>
    </>
  );
}
