import { paintAs, paintOf } from "./paint";
import { attributes, escapeXml, type PageBox, px } from "./svgText";

/** How far the letters of a font reach above and below their line, in pixels. */
export const heightsOf = (() => {
  let context: CanvasRenderingContext2D | null = null;
  return ({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) => {
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return { ascent: 0.8, descent: 0.2 };
    context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText("x");
    return { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
  };
})();

/** One line of text in a style, from (or, where it is flush right, to) x; y is that of the line that the letters stand on. "" for one without a colour. */
export function textLine(
  words: string,
  style: CSSStyleDeclaration,
  [x, y]: [number, number],
  isFlushRight = false,
): string {
  const paint = paintOf(style.color);
  if (!paint) return "";
  return `<text${attributes({
    x: px(x),
    y: px(y),
    "font-family": style.fontFamily.replaceAll('"', "'"),
    "font-size": Number.parseFloat(style.fontSize),
    "font-weight": style.fontWeight === "400" ? null : style.fontWeight,
    "font-style": style.fontStyle === "normal" ? null : style.fontStyle,
    "text-anchor": isFlushRight ? "end" : null,
    "text-decoration": style.textDecorationLine === "none" ? null : style.textDecorationLine,
    ...paintAs("fill", paint),
  })}>${escapeXml(cased(words, style.textTransform))}</text>`;
}

/** A text of the page line by line, each at the place where the browser laid it; a line that is cut off on the page ends in "…". */
export function textLayer(text: Text, origin: PageBox): string {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === "") return "";
  const style = getComputedStyle(parent);
  if (style.visibility !== "visible") return "";
  const { ascent, descent } = heightsOf(style);
  const end = cutOf(parent);
  const isRight = /^(right|end)$/.test(style.textAlign);
  return linesOf(text)
    .map(({ words, box }) => {
      const shown = box.right > end + 1 ? cutTo(words, box, end) : words;
      if (shown === "") return "";
      const isFlushRight = isRight && shown === words;
      const x = (isFlushRight ? box.right : box.left) - origin.left;
      const y = box.top - origin.top + ((box.bottom - box.top) * ascent) / (ascent + descent);
      return textLine(shown, style, [x, y], isFlushRight);
    })
    .join("");
}

/** What is chosen in a list, as text. */
export function choiceLayer(list: HTMLSelectElement, style: CSSStyleDeclaration, origin: PageBox): string {
  const { left, top, bottom } = list.getBoundingClientRect();
  const { ascent, descent } = heightsOf(style);
  const x = left + Number.parseFloat(style.paddingLeft) - origin.left;
  return textLine(list.selectedOptions[0]?.text ?? "", style, [
    x,
    (top + bottom) / 2 - origin.top + (ascent - descent) / 2,
  ]);
}

const cased = (text: string, transform: string) =>
  transform === "uppercase" ? text.toUpperCase() : transform === "lowercase" ? text.toLowerCase() : text;

interface Line {
  words: string;
  box: PageBox;
}

/** What a line is broken between: words, and their parts up to a hyphen. */
const PARTS = /[^\s-]*-+|[^\s-]+/g;

/** The lines of a text as they were broken. */
export function linesOf(text: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of text.data.matchAll(PARTS)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (right <= left) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - top) < (bottom - top) / 2) {
      line.words += (/\S/.test(text.data[index - 1] ?? " ") ? "" : " ") + word;
      line.box = { ...line.box, right };
    } else lines.push({ words: word, box: { left, top, right, bottom } });
  }
  return lines;
}

/** Where the text of an element is cut off: the right side of what hides all beyond. */
function cutOf(element: Element): number {
  for (let at: Element | null = element; at && !at.matches("[data-chart]"); at = at.parentElement)
    if (getComputedStyle(at).overflowX !== "visible") return at.getBoundingClientRect().right;
  return Number.POSITIVE_INFINITY;
}

function cutTo(words: string, { left, right }: PageBox, end: number): string {
  const count = Math.floor((words.length * (end - left)) / (right - left)) - 2;
  return count < 1 ? "" : `${words.slice(0, count).trimEnd()}…`;
}
