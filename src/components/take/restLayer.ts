import { svgLayer } from "./svgLayer";
import { attributes } from "./svgText";
import { textLayer } from "./textLayer";

/** Of a line of names, and between two names, in pixels. */
const LINE = 20;
const GAP = 16;

/** The runs that a figure has no room to name, with their swatches, in lines under it; the list is open only while it is read. */
export function restLayer(
  figure: HTMLElement,
  place: { left: number; top: number; width: number },
): { svg: string; height: number } {
  const parts: string[] = [];
  let [x, y] = [place.left, place.top];
  for (const list of figure.querySelectorAll<HTMLDetailsElement>("details.rest-of-runs")) {
    const wasOpen = list.open;
    list.open = true;
    for (const item of list.querySelectorAll("li")) {
      const box = item.getBoundingClientRect();
      if (x > place.left && x + box.width > place.left + place.width) [x, y] = [place.left, y + LINE];
      const origin = { ...box.toJSON(), left: 0, top: 0 };
      parts.push(
        `<g${attributes({ transform: `translate(${Math.round(x - box.left)} ${Math.round(y - box.top)})` })}>`,
      );
      for (const svg of item.querySelectorAll("svg")) {
        const at = svg.getBoundingClientRect();
        parts.push(svgLayer(svg, at.left, at.top));
      }
      const texts = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) parts.push(textLayer(texts.currentNode as Text, origin));
      parts.push("</g>");
      x += textRight(item) - box.left + GAP;
    }
    list.open = wasOpen;
  }
  return { svg: parts.join(""), height: parts.length === 0 ? 0 : y - place.top + LINE };
}

function textRight(item: Element): number {
  const range = document.createRange();
  range.selectNodeContents(item);
  return range.getBoundingClientRect().right;
}
