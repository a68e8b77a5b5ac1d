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
const edgeStroke = (token: string): CSSProperties => ({
  stroke: `var(--opt-${token})`,
  strokeWidth: "var(--stroke-edge)",
});

/** Colour of an overlay's line: short dashes, whatever its method's own, thin and faint. */
export const ghostStroke = (token: string): CSSProperties => ({
  ...edgeStroke(token),
  strokeDasharray: "var(--ghost-dash)",
  strokeOpacity: "var(--ghost)",
});

interface Look {
  token: string;
  /** The edge of a band. */
  isEdge?: boolean | undefined;
  /** Of an overlay. */
  isGhost?: boolean | undefined;
}

/** The stroke of what a time chart draws. */
export const strokeOf = ({ token, isEdge, isGhost }: Look): CSSProperties =>
  isGhost ? ghostStroke(token) : isEdge ? edgeStroke(token) : seriesStroke(token);

/** Series in drawing order: overlays behind all, the run being taught over all. */
export function heroLast<Series extends { token: string; isGhost?: true | undefined }>(
  series: readonly Series[],
): Series[] {
  const height = ({ token, isGhost }: Series) => (isGhost ? -1 : Number(token === HERO_TOKEN));
  return [...series].sort((a, b) => height(a) - height(b));
}

const IDEAL_STROKES: Record<IdealForm, CSSProperties> = {
  exact: { stroke: "var(--ideal)", strokeWidth: "var(--stroke-ideal)" },
  linearised: { stroke: "var(--ideal)", strokeWidth: "var(--stroke-ideal)", strokeDasharray: "var(--linearised-dash)" },
};

/** Colour and dash of the ideal preconditioner, which is no run. */
export const idealStroke = (form: IdealForm): CSSProperties => IDEAL_STROKES[form];
