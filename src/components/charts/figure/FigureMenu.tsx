import { useState } from "react";
import type { ChartId } from "../../../config/tables/views";
import { Icon } from "../../ui/Icon";
import { Later } from "../../ui/Later";
import { roveOthers } from "../../ui/Roving";
import { FIGURE_MENUS, type OpenFigure, OpenFigureProvider, useFigureMenus } from "./figureMenus";
import "./figureMenu.css";

const LATE = <p className="figure-menu-late">The script of this menu is still on its way.</p>;

/** The button at a figure's corner that opens its menu: how it is drawn, and what can be taken away. Its panel is fetched then. */
export function FigureMenu({ chart, name }: { chart: ChartId; name: string }) {
  const menus = useFigureMenus();
  const [open, setOpen] = useState<OpenFigure | null>(null);
  if (!menus) return null;
  return (
    <div className="figure-menu">
      <button
        type="button"
        aria-label={`Menu of ${name}`}
        title="Scale, save, copy"
        aria-haspopup="dialog"
        aria-expanded={open !== null}
        tabIndex={menus.areInToolbar ? -1 : 0}
        onKeyDown={(event) => roveOthers(event, FIGURE_MENUS)}
        onClick={({ currentTarget }) => {
          const figure = currentTarget.closest<HTMLElement>("[data-chart]");
          if (figure && !open) setOpen({ chart, name, figure, button: currentTarget, close: () => setOpen(null) });
        }}
      >
        <Icon name="more" />
      </button>
      {open ? (
        <OpenFigureProvider value={open}>
          <Later fetchPart={menus.fetchPanel} late={LATE} />
        </OpenFigureProvider>
      ) : null}
    </div>
  );
}
