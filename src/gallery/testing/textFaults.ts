/**
 * Texts that people cannot read well, each as a sentence: smaller than 12 pixels on screen (an index or exponent: 11), whatever an SVG
 * scales. Runs in the page, by itself, in any engine.
 * @param part a selector: looks at what is in there
 */
export function smallTexts(part: string): string[] {
  const faults = new Set<string>();
  for (const root of document.querySelectorAll(part)) {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const element = node.parentElement;
      if (!element || /^[\s\u2009]*$/u.test(text) || element.closest("script, style, option, title")) continue;
      const graphic = element instanceof SVGGraphicsElement ? element : element.closest<SVGGraphicsElement>("text");
      const matrix = graphic?.getScreenCTM();
      const scale = matrix ? Math.hypot(matrix.b, matrix.d) : 1;
      const size = scale * Number.parseFloat(getComputedStyle(element).fontSize);
      const least = element.closest("sub, sup, .sub, msub, msup, msubsup, munder") ? 11 : 12;
      if (size < least - 0.01)
        faults.add(`"${text.slice(0, 30)}" has ${size.toFixed(1)} px in ${element.className || element.tagName}`);
    }
  }
  return [...faults];
}

/**
 * Texts of figures that lie over each other or over the page's own, each as a sentence: names, values, ticks and titles against
 * each other, against every caption, the bar and the toolbar of the charts. Runs in the page, by itself, in any engine.
 */
export function overlappingTexts(): string[] {
  const wordsOf = (element: Element) => `"${(element.textContent ?? "").trim().slice(0, 30)}"`;
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest(".hidden, details:not([open]) > :not(summary)");
  const boxesOf = (selector: string, root: ParentNode = document) =>
    [...root.querySelectorAll(selector)]
      .filter(isSeen)
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const touch = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  /** What stays while the page scrolls under it, as the bar at the foot of a phone. */
  const isFixed = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).position === "fixed" || isFixed(element.parentElement));
  const page = boxesOf("figcaption > b, figcaption .note > *, .chart-bar button, .bar > *, .race caption").filter(
    ({ element }) => !isFixed(element),
  );
  const faults: string[] = [];
  for (const figure of document.querySelectorAll("figure")) {
    const own = boxesOf(".plot text, .map-tick, .map p, .rest-of-runs > summary", figure);
    for (const [index, { element, box }] of own.entries()) {
      for (const other of [...own.slice(index + 1), ...page]) {
        if (!touch(box, other.box) || element.contains(other.element) || other.element.contains(element)) continue;
        faults.push(`${figure.getAttribute("aria-label")}: ${wordsOf(element)} lies over ${wordsOf(other.element)}`);
      }
    }
  }
  return faults;
}
