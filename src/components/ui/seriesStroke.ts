import type { CSSProperties } from "react";
import type { IdealForm } from "../../config/formulas/ideal";

/** The run being taught is drawn wider, and last. */
export const HERO_TOKEN = "apo-p";

const strokes = new Map<string, CSSProperties>();

/** Colour, dash and width of a method's line; the same object for the same token. Its runs are told apart by `runMark`. */
export function seriesStroke(token: string): CSSProperties {
  let stroke = strokes.get(token);
  if (!stroke) {
    stroke = {
      stroke: `var(--opt-${token})`,
      strokeDasharray: `var(--dash-${token})`,
      strokeWidth: token === HERO_TOKEN ? "var(--stroke-hero)" : "var(--stroke)",
    };
    strokes.set(token, stroke);
  }
  return stroke;
}

/** Colour and width of a band's edge. */
export const edgeStroke = (token: string): CSSProperties => ({
  stroke: `var(--opt-${token})`,
  strokeWidth: "var(--stroke-edge)",
});

/** Series in drawing order: the run being taught over all others. */
export function heroLast<Series extends { token: string }>(series: readonly Series[]): Series[] {
  return [...series].sort((a, b) => Number(a.token === HERO_TOKEN) - Number(b.token === HERO_TOKEN));
}

const IDEAL_STROKES: Record<IdealForm, CSSProperties> = {
  exact: { stroke: "var(--ideal)", strokeWidth: "var(--stroke-ideal)" },
  linearised: { stroke: "var(--ideal)", strokeWidth: "var(--stroke-ideal)", strokeDasharray: "var(--linearised-dash)" },
};

/** Colour and dash of the ideal preconditioner, which is no run. */
export const idealStroke = (form: IdealForm): CSSProperties => IDEAL_STROKES[form];
