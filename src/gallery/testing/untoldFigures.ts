/** Figures without a paragraph of words or without a table, by name. Where there is nothing to draw the reason is enough. */
export function untoldFigures(root: Element): string[] {
  return [...root.querySelectorAll("figure")].flatMap((figure) => {
    const words = [...figure.querySelectorAll("p")].some(({ textContent }) => (textContent?.trim().length ?? 0) > 15);
    const table = figure.classList.contains("absent") || figure.querySelector("table th, table td") !== null;
    const missing = [...(words ? [] : ["words"]), ...(table ? [] : ["table"])];
    return missing.length === 0 ? [] : [`${figure.getAttribute("aria-label")}: no ${missing.join(" and no ")}`];
  });
}
