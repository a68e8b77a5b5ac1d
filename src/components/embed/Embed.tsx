import { useRef } from "react";
import { selectEmbed } from "../../store/embed/embedSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { CsvCard } from "../csv/CsvCard";
import { DropTarget } from "../csv/DropTarget";
import { LoadingCard } from "../states/LoadingCard";
import { Notices } from "../states/Notices";
import { EmbedCharts } from "./EmbedCharts";
import { EmbedControls } from "./EmbedControls";
import { useEmbedKeys } from "./useEmbedKeys";
import { useEmbedLook } from "./useEmbedLook";
import "./embed.css";
import "../page.css";

/** A figure in another page: the charts and controls that its link chooses. */
export function Embed() {
  const embed = useExperiment((state) => state.display.embed);
  const { heading, link } = useExperiment(selectEmbed);
  const main = useRef<HTMLElement>(null);
  useEmbedLook(embed, main);
  useEmbedKeys(embed.keys);
  return (
    <main className="embed" ref={main}>
      <header>
        <h1>{heading}</h1>
        {link === null ? null : (
          <p>
            <a href={link} target="_blank" rel="noreferrer">
              Open this run in APO Lab
            </a>
          </p>
        )}
      </header>
      <Notices />
      <div className="charts-box">
        <EmbedCharts charts={embed.charts} isLarge={false} />
        <LoadingCard />
        <CsvCard />
      </div>
      <EmbedControls />
      <DropTarget />
    </main>
  );
}
