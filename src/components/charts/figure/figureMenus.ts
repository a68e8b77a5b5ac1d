import { createContext, useContext } from "react";
import type { ChartId } from "../../../config/tables/views";
import type { FetchPart } from "../../ui/Later";

interface Menus {
  /** What fetches the panel of a menu when it is opened. */
  fetchPanel: FetchPart;
  /** Their buttons are reached by the arrow keys from the toolbar of the charts (`FIGURE_MENUS`), and are no tab stops. */
  areInToolbar: boolean;
  /** Forms of a figure that may be taken away; null: all of them, and the whole run, and further seeds may be trained. */
  gives: readonly FigureForm[] | null;
}

/** GIFs go with pictures. */
export type FigureForm = "svg" | "png" | "csv";

const FigureMenusContext = createContext<Menus | null>(null);

/** Gives the figures below it a menu; without it they have none. */
export const FigureMenus = FigureMenusContext.Provider;

/** The menus of the figures; null where figures have none. */
export const useFigureMenus = (): Menus | null => useContext(FigureMenusContext);

/** The buttons of the menus and of the picture, as the group of the charts' toolbar knows them (`Roving`). */
export const FIGURE_MENUS = ".figure-menu > button, .picture-button";

/** The figure whose menu is open. */
export interface OpenFigure {
  chart: ChartId;
  /** Accessible name of the figure. */
  name: string;
  figure: HTMLElement;
  /** What opened the menu, and has the focus again when it closes. */
  button: HTMLButtonElement;
  close(): void;
}

const OpenFigureContext = createContext<OpenFigure | null>(null);

/** Tells the panel below it whose menu it is. */
export const OpenFigureProvider = OpenFigureContext.Provider;

/** The figure whose menu this is part of. Throws outside of a menu. */
export function useOpenFigure(): OpenFigure {
  const open = useContext(OpenFigureContext);
  if (!open) throw new Error("useOpenFigure needs an <OpenFigureProvider> above it.");
  return open;
}
