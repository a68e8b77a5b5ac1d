import { useEffect } from "react";
import { useExperiment } from "../store/experiment/experimentStore";
import { FigureMenus } from "./charts/figure/figureMenus";
import { fetchEmbed } from "./embed/fetchEmbed";
import { Page } from "./Page";
import { Later } from "./ui/Later";
import { useSinglePresses } from "./ui/useShortcuts";

const MENUS = {
  fetchPanel: async () => (await import("./figureMenu/FigureMenuPanel")).FigureMenuPanel,
  areInToolbar: true,
  gives: null,
};

const LATE = <p className="no-page">The script of this figure is still on its way: a slow line can do that.</p>;

/** The page or the embedded figure. In test mode the styles move nothing. */
export function App() {
  const { layout, mode } = useExperiment((state) => state.display);
  useSinglePresses();
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
  }, [mode]);
  if (layout === "embed") return <Later fetchPart={fetchEmbed} late={LATE} />;
  return (
    <FigureMenus value={MENUS}>
      <Page />
    </FigureMenus>
  );
}
