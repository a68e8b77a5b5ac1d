import type { ReactNode } from "react";
import { ObjectiveSymbols } from "../charts/objective/ObjectiveSymbols";
import type { IconName } from "../ui/Icon";
import { MathSymbol } from "../ui/MathSymbol";

/** A figure's accessible name, the style of its place, and its title. */
interface FigurePlace {
  name: string;
  className: string;
  title: ReactNode;
}

/** The figures of the charts' box, in order: what the first page shows of them is what the page fills. */
export const FIGURES = {
  loss: { name: "Loss", className: "", title: "Training loss" },
  objective: { name: "Objective", className: "objective", title: <ObjectiveSymbols /> },
  learningRate: {
    name: "Learning rate",
    className: "",
    title: (
      <>
        Learning rate <MathSymbol symbol="η" />
      </>
    ),
  },
  spectrum: {
    name: "Spectrum",
    className: "spectrum",
    title: (
      <>
        Eigenvalues of <MathSymbol symbol="P" />
      </>
    ),
  },
} satisfies Record<string, FigurePlace>;
/** A figure of the charts' box. */
export type FigureId = keyof typeof FIGURES;
/** All of them, in order. */
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];

/** A button's words, drawing and style. */
interface ButtonPlace {
  name: string;
  icon: IconName;
  className: string;
}

/** The buttons of the bar: the transport's, Pause in the place of Play, and on a phone what opens the controls. */
export const BAR_BUTTONS = {
  reset: { name: "Reset", icon: "reset", className: "btn" },
  play: { name: "Play", icon: "play", className: "btn primary play" },
  pause: { name: "Pause", icon: "pause", className: "btn primary play" },
  step: { name: "Step", icon: "step", className: "btn" },
  metaStep: { name: "Meta-step", icon: "metaStep", className: "btn" },
  controls: { name: "Controls", icon: "sliders", className: "btn open-drawer" },
} satisfies Record<string, ButtonPlace>;
/** A button of the bar. */
export type BarButtonId = keyof typeof BAR_BUTTONS;

/** The places of the transport, left to right. */
export const TRANSPORT_IDS = ["reset", "play", "step", "metaStep"] as const;
/** A place of the transport. */
export type TransportId = (typeof TRANSPORT_IDS)[number];
