import type { ReactNode } from "react";
import type { ChartId } from "../../../config/tables/views";
import { MathSymbol } from "../../ui/MathSymbol";
import { ObjectiveSymbols } from "./ObjectiveSymbols";

/** What a figure is called in links, its accessible name, the style of its place, and its title. */
interface FigurePlace {
  chart: ChartId;
  name: string;
  className: string;
  title: ReactNode;
}

/** Drawn when they are asked for, in the page's language of then. */
const RateTitle = () => (
  <>
    Learning rate <MathSymbol symbol="η" />
  </>
);
const SpectrumTitle = () => (
  <>
    Eigenvalues of <MathSymbol symbol="P" />
  </>
);

/** The figures of the charts' box, in order: what the first page shows of them is what the page fills. */
export const FIGURES = {
  loss: { chart: "loss", name: "Loss", className: "", title: "Training loss" },
  objective: { chart: "q", name: "Objective", className: "objective", title: <ObjectiveSymbols /> },
  learningRate: {
    chart: "rate",
    name: "Learning rate",
    className: "",
    title: <RateTitle />,
  },
  spectrum: {
    chart: "spectrum",
    name: "Spectrum",
    className: "spectrum",
    title: <SpectrumTitle />,
  },
} satisfies Record<string, FigurePlace>;
/** A figure of the charts' box. */
export type FigureId = keyof typeof FIGURES;
/** All of them, in order. */
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
