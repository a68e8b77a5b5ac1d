import { useMemo, useRef, useState } from "react";
import { selectEmbed } from "../../store/embed/embedSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { ArchiveCard } from "../archive/ArchiveCard";
import { FigureMenus } from "../charts/figure/figureMenus";
import { CsvCard } from "../csv/CsvCard";
import { DropTarget } from "../csv/DropTarget";
import { Boundary } from "../states/Boundary";
import { LoadingCard } from "../states/LoadingCard";
import { Notices } from "../states/Notices";
import { Dialog } from "../ui/Dialog";
import { Later } from "../ui/Later";
import { EmbedActions } from "./EmbedActions";
import { EmbedCharts } from "./EmbedCharts";
import { EmbedControls } from "./EmbedControls";
import { useEmbedKeys } from "./useEmbedKeys";
import { useEmbedLook } from "./useEmbedLook";
import { useExporter } from "./useExporter";
import "./embed.css";
import "../page.css";

/** What a chart's own menu gives. */
const FORMS = ["svg", "png", "csv"] as const;

const fetchPresenter = async () => (await import("./Presenter")).Presenter;
const fetchPanel = async () => (await import("../figureMenu/FigureMenuPanel")).FigureMenuPanel;

/** A figure in another page: the charts and controls that its link chooses. */
export function Embed() {
  const embed = useExperiment((state) => state.display.embed);
  const { heading, link } = useExperiment(selectEmbed);
  const main = useRef<HTMLElement>(null);
  useEmbedLook(embed, main);
  useEmbedKeys(embed.keys);
  useExporter(embed.charts);
  const { actions } = embed;
  const [isPresenting, setPresenting] = useState(false);
  const menus = useMemo(() => {
    const gives = FORMS.filter((form) => actions.includes(form));
    return gives.length > 0 ? { fetchPanel, areInToolbar: false, gives } : null;
  }, [actions]);
  return (
    <main className="embed" ref={main}>
      <header>
        <h1>{heading}</h1>
        <EmbedActions actions={actions} link={link} onPresent={() => setPresenting(true)} />
      </header>
      <Notices />
      <div className="charts-box">
        <FigureMenus value={menus}>
          <EmbedCharts charts={embed.charts} />
        </FigureMenus>
        <LoadingCard />
        <CsvCard />
        <ArchiveCard />
      </div>
      <EmbedControls />
      <DropTarget />
      <Dialog title="Presentation" isOpen={isPresenting} onClose={() => setPresenting(false)} className="of-present">
        <Boundary around="dialog">
          <Later fetchPart={fetchPresenter} late={null} />
        </Boundary>
      </Dialog>
    </main>
  );
}
