import { boxLayer, type PageBox } from "./htmlLayer";

/**
 * The box that a style sheet draws before or after an element's content, such as the swatch of a key or the mark of a tick: by its
 * own offsets where it is positioned, else at the element's start, in the middle of its height. Texts of style sheets are left out.
 */
export function pseudoLayer(element: Element, pseudo: "::before" | "::after", origin: PageBox): string {
  const style = getComputedStyle(element, pseudo);
  if (style.content === "none" || style.content === "normal" || style.display === "none") return "";
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
