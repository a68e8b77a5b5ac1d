import type { Locator, Page } from "@playwright/test";
import { FigureMenu } from "./figureMenu";
import { expect } from "./fixtures";
import { likeness, renderedElsewhere } from "./rendering";

/** Pixels around a figure in its file. */
const MARGIN = 12;

/** What is wrong with a file as an SVG that stands alone; "" where nothing is. The page's own policy lets nobody read markup there. */
async function faultsOf(page: Page, svg: string): Promise<string> {
  const blank = await page.context().newPage();
  const faults = await blank.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
    if (drawing.querySelector("parsererror")) return "not XML";
    const root = drawing.documentElement;
    if (!root.querySelector("title")?.textContent) return "no title";
    const { config, link } = JSON.parse(root.querySelector("metadata")?.textContent ?? "{}");
    if (!config?.task || !link?.includes(`task=${config.task}`)) return "no settings";
    if (root.querySelector("foreignObject, style, script, [class], [style]")) return "not plain SVG";
    const values = [...root.querySelectorAll("*")].flatMap((one) => [...one.attributes].map(({ value }) => value));
    const odd = values.find((value) =>
      /var\(|light-dark|color-mix|currentcolor|url\((?!#)|^https?:(?!\/\/www\.w3\.org)/i.test(value),
    );
    return odd === undefined ? "" : `${odd} is no value`;
  }, svg);
  await blank.close();
  return faults;
}

interface SavedFigure {
  name: string;
  bytes: Buffer;
  /** The figure on the page, as PNG. */
  onPage: Buffer;
}

/** Saves a figure as SVG from its menu, which closes again. */
export async function saveFigure(figure: Locator): Promise<SavedFigure> {
  const menu = new FigureMenu(figure);
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" })); // and not under the bar
  const onPage = await figure.screenshot();
  await menu.open();
  const { name, bytes } = await menu.save("Save as SVG");
  await expect(menu.told).toHaveText(`Saved ${name}.`);
  await figure.page().keyboard.press("Escape");
  await expect(menu.panel).toBeHidden();
  await expect(menu.button).toBeFocused();
  return { name, bytes, onPage };
}

/** Holds a saved figure against the page: plain, and as another program draws it at least this much alike (`likeness`). */
export async function expectAlike(page: Page, saved: SavedFigure, what: string, least = 0.95): Promise<void> {
  expect(await faultsOf(page, saved.bytes.toString("utf8")), what).toBe("");
  const elsewhere = await renderedElsewhere(saved.bytes);
  if (elsewhere) expect(await likeness(page, elsewhere, saved.onPage, MARGIN), what).toBeGreaterThan(least);
}

/** Both, of one figure. */
export async function expectSavedAlike(figure: Locator, what: string): Promise<void> {
  await expectAlike(figure.page(), await saveFigure(figure), what);
}
