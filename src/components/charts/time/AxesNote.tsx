import type { TimeChartModel } from "../../../store/charts/chartModels";
import { MathText } from "../../ui/MathSymbol";
import { type DrawnSeries, namesWithGaps } from "../curves/drawnSeries";
import { axesWords } from "./axesWords";

interface AxesNoteProps {
  model: Pick<TimeChartModel, "axes" | "seedBands">;
  drawn: readonly DrawnSeries[];
  /** What is drawn: "on each batch"; "" where that needs no word. */
  what: string;
}

/** Beside the title of a chart: scales, what is drawn, and what its axes leave out. */
export function AxesNote({ model: { axes, seedBands }, drawn, what }: AxesNoteProps) {
  const names = axes.y === "log" ? namesWithGaps(drawn) : [];
  const gaps = names.length > 0 ? `values ≤ 0 of ${names.join(", ")} leave gaps` : "";
  const count = seedBands[0]?.count ?? 0;
  const seeds =
    count > 1 ? `bands: mean and range of ${count} further seeds` : count > 0 ? "bands: 1 further seed" : "";
  const text = [axesWords(axes, what), gaps, seeds].filter((part) => part !== "").join("; ");
  return (
    <span>
      <MathText text={text || "linear scale"} />
    </span>
  );
}
