import { boxLayer } from "./htmlLayer";
import { imageLayer } from "./imageLayer";
import { paintOf } from "./paint";
import { pseudoLayer } from "./pseudoLayer";
import { restLayer } from "./restLayer";
import { svgLayer } from "./svgLayer";
import { attributes, escapeXml, type PageBox } from "./svgText";
import { choiceLayer, textLayer } from "./textLayer";

/** A figure as a file, and its size in pixels of the page. */
export interface FigureSvg {
  text: string;
  width: number;
  height: number;
}

/** Pixels around the figure. */
const MARGIN = 12;

/** What is there to be used, not to be read: it stays on the page. */
const CONTROLS =
  ".figure-menu, .hidden, button, input, select, textarea, label:has(input, select), details, [popover], [role=toolbar], [role=slider], [role=radiogroup], fieldset, .landscape-steps, .sweep-controls";

/** What is used and read: names of the comparison show and hide runs, words open what they mean, nodes of a network choose a layer. */
const READ = ".race-box, .race .name, .word, .network-nodes";

/** Elements of SVG that a person uses, but that are part of the drawing: kept. */
const isControl = (element: Element) =>
  element instanceof HTMLElement && element.matches(CONTROLS) && !element.matches(READ);

/**
 * A figure of the page as one SVG file that stands alone and looks as on the page: caption, drawing, axes and names, every colour and
 * font resolved to values, with `metadata` (JSON) in it. Runs that the figure has no room to name follow in lines of their own.
 */
export function figureSvg(figure: HTMLElement, metadata: unknown): FigureSvg {
  const box = figure.getBoundingClientRect();
  const origin: PageBox = { left: box.left - MARGIN, top: box.top - MARGIN, right: box.right, bottom: box.bottom };
  const { parts, bottom } = layersOf(figure, origin);
  const width = Math.ceil(box.width + 2 * MARGIN);
  const rest = restLayer(figure, { left: MARGIN, top: bottom - origin.top + 4, width: box.width });
  const height = Math.ceil(bottom - origin.top + rest.height + MARGIN);
  const surface = paintOf(surfaceOf(figure));
  const title = figure.querySelector("figcaption")?.textContent ?? figure.getAttribute("aria-label") ?? "";
  const words = figure.querySelector(":scope > p.hidden")?.textContent ?? "";
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes({ ...size, role: "img" })}>`,
    `<title>${escapeXml(title)}</title>`,
    words === "" ? null : `<desc>${escapeXml(words)}</desc>`,
    `<metadata>${escapeXml(JSON.stringify(metadata))}</metadata>`,
    surface ? `<rect${attributes({ width, height, fill: surface.colour, "fill-opacity": surface.opacity })}/>` : null,
    ...parts,
    ...(rest.svg === "" ? [] : [rest.svg]),
    "</svg>",
    "",
  ];
  return { text: text.filter((line) => line !== null).join("\n"), width, height };
}

/** What lies behind the figure: the first background that is painted. */
function surfaceOf(figure: Element): string {
  for (let at: Element | null = figure; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (paintOf(backgroundColor)) return backgroundColor;
  }
  return "none";
}

/** All that is drawn, from back to front, and where the lowest of it ends. */
function layersOf(figure: HTMLElement, origin: PageBox): { parts: string[]; bottom: number } {
  const parts: string[] = [];
  let bottom = figure.getBoundingClientRect().top;
  const add = (part: string, place: PageBox) => {
    if (part === "") return;
    parts.push(part);
    bottom = Math.max(bottom, place.bottom);
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const range = document.createRange();
      range.selectNode(node);
      add(textLayer(node, origin), range.getBoundingClientRect());
      return;
    }
    if (!(node instanceof Element)) return;
    const style = getComputedStyle(node);
    if (node instanceof HTMLSelectElement && node.closest("figcaption"))
      add(choiceLayer(node, style, origin), node.getBoundingClientRect());
    if (isControl(node)) return;
    if (style.display === "none" || style.opacity === "0") return;
    const place = node.getBoundingClientRect();
    if (node instanceof SVGSVGElement) {
      if (style.visibility === "visible") add(svgLayer(node, place.left - origin.left, place.top - origin.top), place);
      return;
    }
    if (node instanceof HTMLCanvasElement || node instanceof HTMLImageElement) {
      add(imageLayer(node, place, origin), place);
      return;
    }
    if (style.opacity !== "1") parts.push(`<g opacity="${style.opacity}">`);
    drawInside(node, style, place);
    if (style.opacity !== "1") parts.push("</g>");
  };
  const drawInside = (node: Element, style: CSSStyleDeclaration, place: DOMRect) => {
    if (node !== figure && style.visibility === "visible") add(boxLayer(style, place, origin), place);
    for (const pseudo of ["::before", "::after"] as const) add(pseudoLayer(node, pseudo, origin), place);
    for (const child of node.childNodes) walk(child);
  };
  walk(figure);
  return { parts, bottom };
}
