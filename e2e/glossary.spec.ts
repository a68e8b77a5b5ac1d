import { GLOSSARY } from "../src/config/tables/glossary/glossary";
import { VIEW_IDS } from "../src/config/tables/views";
import { showArticle } from "./articlePage";
import { expect, test } from "./fixtures";

/** Symbols as the page sets them, in text and in figures; runs in the page. */
function symbolsOnScreen(): string[] {
  const symbols = [...document.querySelectorAll(".m > span:first-child")].map((letter) => {
    const index = letter.nextElementSibling;
    return index?.localName === "sub" ? `${letter.textContent}_${index.textContent}` : (letter.textContent ?? "");
  });
  const drawn = [...document.querySelectorAll("tspan.sym")].map((letter) => {
    const index = letter.nextElementSibling;
    return index?.matches(".sub") ? `${letter.textContent}_${index.textContent}` : (letter.textContent ?? "");
  });
  return [...new Set([...symbols, ...drawn].map((symbol) => symbol.trim()))];
}

test("every symbol on screen can be looked up, by pointer and by key, at 1280 and 320 pixels", async ({ lab }) => {
  const looked = new Set(GLOSSARY.flatMap(({ entries }) => entries.flatMap(({ word, name }) => [word, name])));
  await lab.open(`task=sine&opt=apo-p,apo-lr,kfac,adam,sgdm&steps=4&views=${VIEW_IDS.join(",")}`);
  await lab.playToTheEnd();
  await lab.openSettings();
  for (const summary of await lab.settingsDialog.locator("summary").all()) await summary.click();
  const symbols = await lab.frame.evaluate(symbolsOnScreen);
  expect(symbols.length).toBeGreaterThan(8);
  expect(symbols.filter((symbol) => !looked.has(symbol))).toEqual([]);
  await lab.keyboard.press("Escape");

  const dialog = lab.frame.getByRole("dialog", { name: "Every word and symbol" });
  await showArticle(lab);
  const button = lab.article.getByRole("button", { name: "all words" });
  for (const [width, height] of [
    [1280, 800],
    [320, 568],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    if (width === 1280) await button.click();
    else await button.press("Enter");
    const field = dialog.getByRole("searchbox", { name: "Find" });
    await expect(dialog.getByRole("region")).toHaveCount(GLOSSARY.length);
    await field.fill("damping");
    await expect(dialog.getByText("Added to KFAC's curvature")).toBeVisible();
    await expect(dialog.getByText("proximal objective", { exact: true })).toBeHidden();
    await field.fill("perpetuum");
    await expect(dialog.getByText("No word of the page has this.")).toBeVisible();
    const sideways = () => dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
    await field.fill("");
    await expect.poll(sideways, `pixels beyond the dialog at ${width}`).toBe(0);
    await lab.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  }
});
