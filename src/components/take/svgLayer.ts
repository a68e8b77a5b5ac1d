import { paintOf } from "./paint";
import { attributes, escapeXml, px } from "./svgText";

/** Properties that children take over from their parents: written only where they change. */
const INHERITED = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "visibility",
  "fill-rule",
  "clip-rule",
] as const;
const INITIAL: Readonly<Record<string, string>> = {
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0px",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  "paint-order": "normal",
  visibility: "visible",
  "fill-rule": "nonzero",
  "clip-rule": "nonzero",
};
/** What only the page needs, and what is written from the resolved style. */
const LEFT_OUT = /^(class|style|role|tabindex|translate|focusable|lang|xmlns|cursor|aria-.*|data-.*|on.*)$/;
const STYLED = new Set<string>([
  ...INHERITED,
  "fill",
  "stroke",
  "fill-opacity",
  "stroke-opacity",
  "opacity",
  "clip-path",
]);
const STOP = new Set(["stop-color", "stop-opacity"]);

type Styles = Readonly<Record<string, string>>;

/**
 * A drawing of the page as it stands alone: every style resolved to a value and written as an attribute, colours as sRGB. Its upper
 * left corner lies at (x, y).
 */
export function svgLayer(svg: SVGSVGElement, x: number, y: number): string {
  const content = childrenOf(svg, stylesOf(svg));
  if (content === "") return "";
  const own = ownAttributes(svg, stylesOf(svg), INITIAL);
  const { width, height } = svg.getBoundingClientRect();
  const viewBox = svg.getAttribute("viewBox");
  const isOpen = getComputedStyle(svg).overflow === "visible";
  if (viewBox === null && isOpen)
    return `<g${attributes({ transform: `translate(${px(x)} ${px(y)})` })}${own}>${content}</g>`;
  const place = { x: px(x), y: px(y), width: px(width), height: px(height) };
  const ratio = svg.getAttribute("preserveAspectRatio");
  const frame = { ...place, viewBox, preserveAspectRatio: ratio, overflow: isOpen ? "visible" : null };
  return `<svg${attributes(frame)}${own}>${content}</svg>`;
}

function childrenOf(parent: Element, inherited: Styles): string {
  return [...parent.childNodes]
    .map((child) => {
      if (child instanceof Text) return escapeXml(child.data);
      return child instanceof SVGElement ? elementOf(child, inherited) : "";
    })
    .join("");
}

function elementOf(element: SVGElement, inherited: Styles): string {
  const style = getComputedStyle(element);
  const isShown =
    style.display !== "none" || /^(defs|clipPath|linearGradient|radialGradient|stop)$/.test(element.tagName);
  if (!isShown) return "";
  const styles = stylesOf(element);
  const kept = [...element.attributes].filter(
    ({ name }) => !LEFT_OUT.test(name) && !STYLED.has(name) && !STOP.has(name),
  );
  // a space at either end of a part of a text is dropped by some readers
  const space = element.tagName === "text" ? { "xml:space": "preserve" } : {};
  const written = attributes({ ...Object.fromEntries(kept.map(({ name, value }) => [name, value])), ...space });
  const content = childrenOf(element, styles);
  if (content === "" && /^(g|text|tspan|defs)$/.test(element.tagName)) return "";
  return `<${element.tagName}${written}${ownAttributes(element, styles, inherited)}>${content}</${element.tagName}>`;
}

/** The resolved styles that are handed on. */
function stylesOf(element: Element): Styles {
  const style = getComputedStyle(element);
  return Object.fromEntries([
    ...INHERITED.map((name) => [name, style.getPropertyValue(name)]),
    ["fill", style.fill],
    ["fill-opacity", style.fillOpacity],
    ["stroke", style.stroke],
    ["stroke-opacity", style.strokeOpacity],
  ]);
}

function ownAttributes(element: Element, styles: Styles, inherited: Styles): string {
  const { opacity, clipPath, stopColor, stopOpacity } = getComputedStyle(element);
  const own: Record<string, string | number> = {};
  for (const name of INHERITED) if (styles[name] !== inherited[name]) own[name] = plainValue(styles[name] ?? "");
  for (const name of ["fill", "stroke"]) {
    const isSame = ["", "-opacity"].every((end) => styles[name + end] === inherited[name + end]);
    if (!isSame) Object.assign(own, painted(name, styles[name] ?? "none", Number(styles[`${name}-opacity`] ?? 1)));
  }
  if (opacity !== "1") own.opacity = opacity;
  const clip = /url\("?(#[^")]+)"?\)/.exec(clipPath)?.[1];
  if (clip) own["clip-path"] = `url(${clip})`;
  if (element.tagName === "stop") {
    const paint = paintOf(stopColor);
    own["stop-color"] = paint?.colour ?? "#000000";
    own["stop-opacity"] = (paint?.opacity ?? 0) * Number(stopOpacity);
  }
  return attributes(own);
}

/** A fill or stroke with its opacity; a gradient or pattern of the same drawing by its name. */
function painted(name: string, value: string, opacity: number): Record<string, string | number> {
  const reference = /url\("?(#[^")]+)"?\)/.exec(value)?.[1];
  const paint = reference ? { colour: `url(${reference})`, opacity: 1 } : paintOf(value);
  if (!paint) return { [name]: "none" };
  return { [name]: paint.colour, [`${name}-opacity`]: px(paint.opacity * opacity) };
}

/** Without units and quotes that some readers do not know in attributes. */
const plainValue = (value: string) => value.replace(/(\d)px/g, "$1").replaceAll('"', "'");
