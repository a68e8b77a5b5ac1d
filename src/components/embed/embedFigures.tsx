import type { ComponentType } from "react";
import type { EmbedChart } from "../../store/experiment/embedChoice";
import { useExperiment } from "../../store/experiment/experimentStore";
import { AbsentFigure } from "../charts/figure/AbsentFigure";
import { ObjectiveChart } from "../charts/objective/ObjectiveChart";
import { SpectrumChart } from "../charts/spectrum/SpectrumChart";
import { LearningRateChart } from "../charts/time/LearningRateChart";
import { LossChart } from "../charts/time/LossChart";
import { ComparisonTable } from "../comparison/ComparisonTable";
import { FitFigure } from "../fit/FitFigure";
import { Later } from "../ui/Later";
import { ViewPanel } from "../views/ViewPanel";

const fetchAccuracy = async () => (await import("../charts/time/AccuracyChart")).AccuracyChart;

/** What is learned; before the task is here, the words for that. */
function EmbedFit() {
  const isHere = useExperiment(({ picture }) => picture.kind !== "none");
  const why = "What the runs learn is drawn here once they train.";
  return isHere ? <FitFigure /> : <AbsentFigure chart="fit" name="Fit" title="What the runs have learned" why={why} />;
}

/** What draws each chart of an embed. Views fetch their script when they are first shown. */
export const EMBED_FIGURES: Record<EmbedChart, ComponentType> = {
  loss: LossChart,
  accuracy: () => <Later fetchPart={fetchAccuracy} late={null} />,
  q: ObjectiveChart,
  rate: LearningRateChart,
  spectrum: SpectrumChart,
  fit: EmbedFit,
  gap: () => <ViewPanel view="gap" />,
  landscape: () => <ViewPanel view="landscape" />,
  lookahead: () => <ViewPanel view="lookahead" />,
  effect: () => <ViewPanel view="effect" />,
  ledger: () => <ViewPanel view="ledger" />,
  table: ComparisonTable,
};

/** Charts that fill the place they are given; the others are as high as what is in them. */
const GROWS: readonly EmbedChart[] = ["loss", "accuracy", "q", "rate", "spectrum"];

/** What a chart's place does: grow, be as wide as the figure, or neither. */
export function placeOf(chart: EmbedChart): string {
  if (GROWS.includes(chart)) return "embed-figure grows";
  return chart === "fit" ? "embed-figure" : "embed-figure wide";
}
