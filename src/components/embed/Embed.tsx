import { useRef } from "react";
import { selectEmbed } from "../../store/embed/embedSelectors";
import type { EmbedAction } from "../../store/experiment/embedChoice";
import { useExperiment } from "../../store/experiment/experimentStore";
import { FigureMenus } from "../charts/figure/figureMenus";
import { CsvCard } from "../csv/CsvCard";
import { DropTarget } from "../csv/DropTarget";
import { LoadingCard } from "../states/LoadingCard";
import { Notices } from "../states/Notices";
import { EmbedActions } from "./EmbedActions";
import { EmbedCharts } from "./EmbedCharts";
import { EmbedControls } from "./EmbedControls";
import { useEmbedKeys } from "./useEmbedKeys";
import { useEmbedLook } from "./useEmbedLook";
import { useExporter } from "./useExporter";
import "./embed.css";
import "../page.css";

/** What a chart's own menu gives. */
const OF_CHARTS: readonly EmbedAction[] = ["svg", "png", "csv"];

const MENUS = {
  fetchPanel: async () => (await import("../figureMenu/FigureMenuPanel")).FigureMenuPanel,
  areInToolbar: false,
};

/** A figure in another page: the charts and controls that its link chooses. */
export function Embed() {
  const embed = useExperiment((state) => state.display.embed);
  const { heading, link } = useExperiment(selectEmbed);
  const main = useRef<HTMLElement>(null);
  useEmbedLook(embed, main);
  useEmbedKeys(embed.keys);
  useExporter(embed.charts);
  return (
    <main className="embed" ref={main}>
      <header>
        <h1>{heading}</h1>
        <EmbedActions actions={embed.actions} link={link} />
      </header>
      <Notices />
      <div className="charts-box">
        <FigureMenus value={embed.actions.some((action) => OF_CHARTS.includes(action)) ? MENUS : null}>
          <EmbedCharts charts={embed.charts} isLarge={false} />
        </FigureMenus>
        <LoadingCard />
        <CsvCard />
      </div>
      <EmbedControls />
      <DropTarget />
    </main>
  );
}
