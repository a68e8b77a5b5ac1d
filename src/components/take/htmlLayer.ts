import { paintAs, paintOf } from "./paint";
import { shadowLayer } from "./shadowLayer";
import { attributes, type PageBox, px, rectangle } from "./svgText";

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
  const lines = [
    [x, y + half(widths[0]), x + width, y + half(widths[0])],
    [x + width - half(widths[1]), y, x + width - half(widths[1]), y + height],
    [x, y + height - half(widths[2]), x + width, y + height - half(widths[2])],
    [x + half(widths[3]), y, x + half(widths[3]), y + height],
  ];
  for (const [index, colour] of colours.entries()) {
    const paint = paintOf(colour);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lines[index] ?? [];
    if (!paint || !widths[index]) continue;
    const line = { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2) };
    parts.push(`<line${attributes({ ...line, ...paintAs("stroke", paint), "stroke-width": widths[index] })}/>`);
  }
  return parts.join("");
}

/** A radius in pixels or in percent. */
const radiusOf = (value: string, side: number) =>
  Math.min(side / 2, value.endsWith("%") ? (Number.parseFloat(value) * side) / 100 : Number.parseFloat(value) || 0);

const half = (value = 0) => value / 2;
