import type { ObjectiveStack } from "../../../store/charts/chartModels";
import type { AxisScale } from "../../../store/experiment/chartAxes";
import type { PlottedCurve } from "../curves/CurvePaths";

/** Each term between what is below it and what it adds; the loss is drawn last, so that a term of nothing hides nothing. */
const TERMS: readonly { term: "loss" | "fsd" | "wsd"; band: (point: ObjectiveStack) => { base: number; y: number } }[] =
  [
    { term: "wsd", band: ({ loss, fsd, total }) => ({ base: loss + fsd, y: total }) },
    { term: "fsd", band: ({ loss, fsd }) => ({ base: loss, y: loss + fsd }) },
    { term: "loss", band: ({ loss }) => ({ base: 0, y: loss }) },
  ];
/** With more steps than this the edges of the stairs are drawn finer. */
const DENSE = 80;

/** The three bands, each with the sum of the terms below it as its base; the upper edge of the first is Q. */
export function bandsOf(points: readonly ObjectiveStack[]): readonly PlottedCurve[] {
  const strokeWidth = points.length > DENSE ? "var(--stroke-edge)" : "var(--stroke-term)";
  return TERMS.map(({ term, band }) => ({
    key: term,
    points: points.map((point) => ({ x: point.x, ...band(point) })),
    form: "stepAfter",
    look: { stroke: `var(--${term})`, strokeWidth },
    fill: { fill: `var(--${term})`, fillOpacity: "var(--fill)" },
  }));
}

/** The numbers that the axis of the objective holds: Q, and on a log axis each of its terms. */
export const valuesOf = (points: readonly ObjectiveStack[], scale: AxisScale): number[] =>
  points.flatMap(({ total, loss, fsd, wsd }) => (scale === "log" ? [total, loss, fsd, wsd] : [total]));

/** How the terms are drawn on a log axis, and which of them leave gaps there. */
export function logWords(points: readonly ObjectiveStack[]): string {
  const names = { loss: "loss", fsd: "λ_FSD FSD", wsd: "λ_WSD WSD" } as const;
  const gaps = (["loss", "fsd", "wsd"] as const).filter((term) => points.some((point) => point[term] <= 0));
  const words = gaps.map((term) => names[term]).join(", ");
  return `each term a line of its own${words ? `; values ≤ 0 of ${words} leave gaps` : ""}`;
}

/** On a log axis sums have no heights: Q and each of its terms are lines of their own; what has no logarithm is a gap. */
export function termLines(points: readonly ObjectiveStack[]): readonly PlottedCurve[] {
  return (["total", "wsd", "fsd", "loss"] as const).map((term) => ({
    key: term,
    points: points.map((point) => ({ x: point.x, y: point[term] > 0 ? point[term] : null })),
    form: "stepAfter",
    look: { stroke: term === "total" ? "var(--ink)" : `var(--${term})`, strokeWidth: "var(--stroke-term)" },
  }));
}
