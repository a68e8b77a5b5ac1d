import { useCallback, useEffect, useRef, useState } from "react";
import { selectTransport } from "../../store/bar/barSelectors";
import { EMBED_CHART_NAMES } from "../../store/embed/embedSelectors";
import { selectPresented } from "../../store/embed/presentedSelectors";
import type { EmbedChart } from "../../store/experiment/embedChoice";
import { experimentStore, useExperiment } from "../../store/experiment/experimentStore";
import { raceTitle } from "../../store/words/optionWords";
import { FigureMenus } from "../charts/figure/figureMenus";
import { LoadingCard } from "../states/LoadingCard";
import { useActions } from "../ui/actionsContext";
import { TYPED } from "../ui/useShortcuts";
import { EmbedFigure } from "./EmbedCharts";
import { EmbedControls } from "./EmbedControls";
import { TURNS } from "./turns";
import { useWholeScreen } from "./useWholeScreen";
import "./embed.css";
import "./presenter.css";
import "../page.css";

/**
 * The charts one at a time, large, in type for the back row, with Play and the sliders under them: what stands in a dialog that fills
 * the window, and the screen where that is allowed.
 */
export function Presenter() {
  const box = useRef<HTMLDivElement>(null);
  const { togglePlay } = useActions();
  const charts = useExperiment(selectPresented);
  const caption = useExperiment(({ config, display }) => display.embed.caption ?? raceTitle(config));
  const [chosen, setChosen] = useState<EmbedChart>(charts[0] ?? "loss");
  const at = Math.max(0, charts.indexOf(chosen));
  const shown = charts[at];
  const turn = useCallback((by: number) => setChosen(charts.at((at + by) % charts.length) ?? "loss"), [charts, at]);
  useWholeScreen(box);
  useEffect(() => {
    const dialog = box.current?.closest("dialog");
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || !(target instanceof Element) || target.matches(TYPED)) return;
      if (key.startsWith("Arrow") && target.matches("input")) return;
      const by = TURNS[key];
      if (by !== undefined) turn(by);
      else if (key === " " && !target.matches("button")) {
        if (!event.repeat && selectTransport(experimentStore.getState()).canPlay) togglePlay();
      } else return;
      event.preventDefault();
    };
    dialog?.addEventListener("keydown", onKeyDown);
    return () => dialog?.removeEventListener("keydown", onKeyDown);
  }, [turn, togglePlay]);
  if (!shown) return null;
  const turnButton = (name: string, arrow: string, by: number) => (
    <button type="button" className="btn" aria-label={name} disabled={charts.length < 2} onClick={() => turn(by)}>
      {arrow}
    </button>
  );
  return (
    <div className="presenter" ref={box}>
      <div className="present-head">
        <p>{caption}</p>
        <nav aria-label="Charts">
          {turnButton("Chart before", "←", -1)}
          <p role="status">
            <span className="hidden">{`${EMBED_CHART_NAMES[shown]}, `}</span>
            {`${at + 1} of ${charts.length}`}
          </p>
          {turnButton("Next chart", "→", 1)}
        </nav>
      </div>
      <div className="charts-box">
        <FigureMenus value={null}>
          <EmbedFigure key={shown} chart={shown} />
        </FigureMenus>
        <LoadingCard />
      </div>
      <EmbedControls />
    </div>
  );
}
