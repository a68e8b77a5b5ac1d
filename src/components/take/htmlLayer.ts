import { paintAs, paintOf } from "./paint";
import { shadowLayer } from "./shadowLayer";
import { attributes, type PageBox, rectangle } from "./svgText";

/** A box's background and borders, in the coordinates of an origin; "" for a box without. */
export function boxLayer(style: CSSStyleDeclaration, { left, top, right, bottom }: PageBox, origin: PageBox): string {
  const [x, y, width, height] = [left - origin.left, top - origin.top, right - left, bottom - top];
  if (width <= 0 || height <= 0) return "";
  const radius = radiusOf(style.borderTopLeftRadius, Math.min(width, height));
  const back = paintOf(style.backgroundColor);
  const sides = ["Top", "Right", "Bottom", "Left"] as const;
  const widths = sides.map((side) =>
    style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]),
  );
  const colours = sides.map((side) => style[`border${side}Color`]);
  const edge = widths[0] ?? 0;
  const own = { left: x, top: y, right: x + width, bottom: y + height };
  const parts: string[] = [shadowLayer(style.boxShadow, own, radius, edge)];
  const round = { rx: radius || null, ...paintAs("fill", back) };
  if (edge > 0 && new Set(widths).size === 1 && new Set(colours).size === 1) {
    const line = { ...paintAs("stroke", paintOf(colours[0] ?? "")), "stroke-width": edge };
    return `${parts.join("")}<rect${attributes({ ...rectangle(own, -edge / 2), ...round, ...line })}/>`;
  }
  if (back) parts.push(`<rect${attributes({ ...rectangle(own), ...round })}/>`);
  const [above = 0, after = 0, below = 0, before = 0] = widths;
  const strips = [
    { ...own, bottom: own.top + above },
    { ...own, left: own.right - after },
    { ...own, top: own.bottom - below },
    { ...own, right: own.left + before },
  ];
  for (const [index, strip] of strips.entries()) {
    const paint = paintOf(colours[index] ?? "");
    if (paint && widths[index]) parts.push(`<rect${attributes({ ...rectangle(strip), ...paintAs("fill", paint) })}/>`);
  }
  return parts.join("");
}

/** A radius in pixels or in percent. */
const radiusOf = (value: string, side: number) =>
  Math.min(side / 2, value.endsWith("%") ? (Number.parseFloat(value) * side) / 100 : Number.parseFloat(value) || 0);
