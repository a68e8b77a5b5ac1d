import { useEffect } from "react";
import { FIGURE_MENUS, FigureMenus } from "../../components/charts/figure/figureMenus";
import { LearningRateChart } from "../../components/charts/time/LearningRateChart";
import { LossChart } from "../../components/charts/time/LossChart";
import { ComparisonTable } from "../../components/comparison/ComparisonTable";
import type { CaseGroup } from "../galleryCase";
import { withSeeds } from "../playCase";

const MENUS = {
  fetchPanel: async () => (await import("../../components/figureMenu/FigureMenuPanel")).FigureMenuPanel,
  areInToolbar: true,
  gives: null,
};

/** Opens the menu of the only figure before it, as a person does. */
function PressMenu() {
  useEffect(() => document.querySelector<HTMLButtonElement>(FIGURE_MENUS)?.click(), []);
  return null;
}

const open = (figure: React.ReactNode) => () => (
  <FigureMenus value={MENUS}>
    {figure}
    <PressMenu />
  </FigureMenus>
);

/** The menu of a figure, open: of a chart over time, with trained seeds, and of the table. */
export const MENU_CASES: CaseGroup = {
  topic: "menus",
  hasSnapshots: false,
  cases: [
    { name: "figure-menu", model: "sine", room: "chart", draw: open(<LossChart />) },
    {
      name: "figure-menu-seeds",
      model: "sine",
      look: "zoom=20-60&smooth=on",
      room: "chart",
      act: withSeeds,
      draw: open(<LearningRateChart />),
    },
    { name: "figure-menu-table", model: "sine", room: "column", draw: open(<ComparisonTable />) },
  ],
};
