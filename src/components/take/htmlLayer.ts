import { paintOf } from "./paint";
import { attributes, escapeXml, px } from "./svgText";

/** A place on the page, in pixels. */
export interface PageBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

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
  const parts: string[] = underline(style.boxShadow, { left: x, right: x + width, bottom: y + height });
  const colours = sides.map((side) => style[`border${side}Color`]);
  const edge = widths[0] ?? 0;
  if (edge > 0 && new Set(widths).size === 1 && new Set(colours).size === 1) {
    const [fill, stroke] = [back, paintOf(colours[0] ?? "")];
    const inner = {
      x: px(x + edge / 2),
      y: px(y + edge / 2),
      width: px(width - edge),
      height: px(height - edge),
    };
    const look = { rx: radius || null, fill: fill?.colour ?? "none", "fill-opacity": faded(fill?.opacity ?? 1) };
    const line = {
      stroke: stroke?.colour ?? "none",
      "stroke-opacity": faded(stroke?.opacity ?? 1),
      "stroke-width": edge,
    };
    return `${parts.join("")}<rect${attributes({ ...inner, ...look, ...line })}/>`;
  }
  const place = { x: px(x), y: px(y), width: px(width), height: px(height), rx: radius || null };
  if (back) parts.push(`<rect${attributes({ ...place, fill: back.colour, "fill-opacity": faded(back.opacity) })}/>`);
  const lines = [
    [x, y + half(widths[0]), x + width, y + half(widths[0])],
    [x + width - half(widths[1]), y, x + width - half(widths[1]), y + height],
    [x, y + height - half(widths[2]), x + width, y + height - half(widths[2])],
    [x + half(widths[3]), y, x + half(widths[3]), y + height],
  ];
  for (const [index, side] of sides.entries()) {
    const paint = paintOf(style[`border${side}Color`]);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lines[index] ?? [];
    if (!paint || !widths[index]) continue;
    const line = { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2) };
    const look = { stroke: paint.colour, "stroke-opacity": faded(paint.opacity), "stroke-width": widths[index] };
    parts.push(`<line${attributes({ ...line, ...look })}/>`);
  }
  return parts.join("");
}

/** A radius in pixels or in percent. */
const radiusOf = (value: string, side: number) =>
  Math.min(side / 2, value.endsWith("%") ? (Number.parseFloat(value) * side) / 100 : Number.parseFloat(value) || 0);

const SHADOW = /^(.+\)) 0px ([\d.]+)px 0px (-?[\d.]+)px$/;

/** A line under a box that is drawn as its shadow. */
function underline(shadow: string, box: Pick<PageBox, "left" | "right" | "bottom">): string[] {
  const [, colour = "", down = "0", spread = "0"] = SHADOW.exec(shadow) ?? [];
  const [paint, height] = [paintOf(colour), Number(down) + Number(spread)];
  if (!paint || height <= 0) return [];
  const place = { x: px(box.left - Number(spread)), y: px(box.bottom), height: px(height) };
  const width = px(box.right - box.left + 2 * Number(spread));
  return [`<rect${attributes({ ...place, width, fill: paint.colour, "fill-opacity": faded(paint.opacity) })}/>`];
}

const half = (value = 0) => value / 2;
const faded = (opacity: number) => (opacity === 1 ? null : opacity);

const measure = (() => {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return (font: string) => {
    context ??= new OffscreenCanvas(1, 1).getContext("2d");
    if (!context) return { ascent: 0.8, descent: 0.2 };
    context.font = font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText("x");
    return { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
  };
})();

/** A text of the page line by line, each at the place where the browser laid it; a line that is cut off on the page ends in "…". */
export function textLayer(text: Text, origin: PageBox): string {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === "") return "";
  const style = getComputedStyle(parent);
  if (style.visibility !== "visible") return "";
  const { fontStyle, fontWeight, fontSize, fontFamily, color } = style;
  const paint = paintOf(color);
  if (!paint) return "";
  const { ascent, descent } = measure(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`);
  const end = cutOf(parent);
  const isRight = /^(right|end)$/.test(style.textAlign);
  return linesOf(text)
    .map(({ words, box }) => {
      const shown = box.right > end + 1 ? cutTo(words, box, end) : words;
      if (shown === "") return "";
      const isFlushRight = isRight && shown === words;
      const height = box.bottom - box.top;
      return `<text${attributes({
        x: px((isFlushRight ? box.right : box.left) - origin.left),
        y: px(box.top - origin.top + (height * ascent) / (ascent + descent)),
        "font-family": fontFamily.replaceAll('"', "'"),
        "font-size": Number.parseFloat(fontSize),
        "font-weight": fontWeight === "400" ? null : fontWeight,
        "font-style": fontStyle === "normal" ? null : fontStyle,
        "text-anchor": isFlushRight ? "end" : null,
        "text-decoration": style.textDecorationLine === "none" ? null : style.textDecorationLine,
        fill: paint.colour,
        "fill-opacity": faded(paint.opacity),
      })}>${escapeXml(cased(shown, style.textTransform))}</text>`;
    })
    .join("");
}

const cased = (text: string, transform: string) =>
  transform === "uppercase" ? text.toUpperCase() : transform === "lowercase" ? text.toLowerCase() : text;

interface Line {
  words: string;
  box: PageBox;
}

/** The lines of a text as they were broken. */
function linesOf(text: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (right <= left) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - top) < (bottom - top) / 2) {
      line.words += ` ${word.trim()}`;
      line.box = { ...line.box, right };
    } else lines.push({ words: word.trim(), box: { left, top, right, bottom } });
  }
  return lines;
}

/** Where the text of an element is cut off: the right side of what hides all beyond. */
function cutOf(element: Element): number {
  for (let at: Element | null = element; at && at.tagName !== "FIGURE"; at = at.parentElement)
    if (getComputedStyle(at).overflowX !== "visible") return at.getBoundingClientRect().right;
  return Number.POSITIVE_INFINITY;
}

function cutTo(words: string, { left, right }: PageBox, end: number): string {
  const count = Math.floor((words.length * (end - left)) / (right - left)) - 2;
  return count < 1 ? "" : `${words.slice(0, count).trimEnd()}…`;
}
