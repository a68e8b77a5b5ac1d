import { boxLayer } from "./htmlLayer";
import type { PageBox } from "./svgText";
import { heightsOf, linesOf, textLine } from "./textLayer";

/**
 * The box that a style sheet draws before or after an element's content, such as the swatch of a key or the mark of a tick: by its
 * own offsets where it is positioned, else at the element's start, in the middle of its height; or the text that it puts before one.
 */
export function pseudoLayer(element: Element, pseudo: "::before" | "::after", origin: PageBox): string {
  const style = getComputedStyle(element, pseudo);
  if (style.content === "none" || style.content === "normal" || style.display === "none") return "";
  const words = wordsOf(element, style.content);
  if (words !== "") return pseudo === "::before" ? textBefore(element, style, words, origin) : "";
  const [width, height] = [style.width, style.height].map(Number.parseFloat);
  if (width === undefined || height === undefined || Number.isNaN(width + height)) return "";
  const edges = ["borderTopWidth", "borderBottomWidth", "borderLeftWidth", "borderRightWidth"] as const;
  const [above = 0, below = 0, before = 0, after = 0] =
    style.boxSizing === "border-box" ? [] : edges.map((edge) => Number.parseFloat(style[edge]) || 0);
  const [w, h] = [width + before + after, height + above + below];
  const box = element.getBoundingClientRect();
  const at = (value: string) => Number.parseFloat(value);
  const isPlaced = style.position === "absolute";
  const left = isPlaced && !Number.isNaN(at(style.left)) ? box.left + at(style.left) : box.left;
  const top = isPlaced && !Number.isNaN(at(style.top)) ? box.top + at(style.top) : (box.top + box.bottom - h) / 2;
  return boxLayer(style, { left, top, right: left + w, bottom: top + h }, origin);
}

/** The text of a style sheet's `content`; "" where it draws a box. */
function wordsOf(element: Element, content: string): string {
  const [, name] = /^attr\(([\w-]+)\)$/.exec(content) ?? [];
  return (name ? element.getAttribute(name) : /^"(.*)"$/.exec(content)?.[1])?.trim() ?? "";
}

/** The title of a value: on a line of its own above it in a grid, else before it on the same. */
function textBefore(element: Element, style: CSSStyleDeclaration, words: string, origin: PageBox): string {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
  const [first] = text ? linesOf(text) : [];
  const parent = text?.parentElement;
  if (!first || !parent) return "";
  const own = getComputedStyle(parent);
  const height = first.box.bottom - first.box.top;
  const x = element.getBoundingClientRect().left - origin.left;
  if (getComputedStyle(element).display !== "grid") {
    const { ascent, descent } = heightsOf(own);
    return textLine(words, style, [x, first.box.top - origin.top + (height * ascent) / (ascent + descent)]);
  }
  const lead = Math.max(0, Number.parseFloat(own.lineHeight) - height) / 2 || 0;
  const { ascent, descent } = heightsOf(style);
  const middle = first.box.top - lead - Number.parseFloat(style.height) / 2;
  return textLine(words, style, [x, middle - origin.top + (ascent - descent) / 2]);
}
