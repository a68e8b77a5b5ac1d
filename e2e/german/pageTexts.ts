/** A text that a person reads or hears, and where it stands. */
export interface PageText {
  text: string;
  where: string;
}

/**
 * All texts of what is not hidden: text nodes, those of drawings too, and attributes that are read. Not code, not formulas, not what a
 * person has typed, and not what says that it is in another language. Runs in the page.
 */
export function pageTexts(): PageText[] {
  const attributes = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "placeholder",
    "alt",
    "label",
    "data-k",
  ];
  const unread = "code, pre, style, script, math, textarea, noscript, [lang]:not([lang|=de])";
  const placeOf = (element: Element) => {
    const names: string[] = [];
    for (let one: Element | null = element; one && one !== document.body && names.length < 3; one = one.parentElement)
      names.unshift(one.localName + [...one.classList].map((name) => `.${name}`).join(""));
    const around = element.closest("figure, dialog, section, article, aside, header, nav");
    const name = around?.getAttribute("aria-label") ?? around?.id ?? "";
    return `${name ? `${name}: ` : ""}${names.join(" > ")}`;
  };
  const found: PageText[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    // what a drawing or an option says is read though it has no box of its own
    const isOption = element.matches("option, optgroup");
    const seen = isOption
      ? element.closest("select")
      : element.matches("svg title, svg desc")
        ? element.closest("svg")
        : element;
    if (element.closest(unread) || !seen?.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of attributes) {
      const text = element.getAttribute(name)?.trim();
      if (text) found.push({ text, where: `${placeOf(element)} [${name}]` });
    }
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "").replace(/\s+/g, " ").trim() : "";
      if (/\p{L}/u.test(text)) found.push({ text, where: placeOf(element) });
    }
  }
  found.push({ text: document.title, where: "the page's title" });
  return found;
}
