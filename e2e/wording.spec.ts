import { VIEW_IDS } from "../src/config/tables/views";
import { expect, test } from "./fixtures";

/** What a person can read: texts that are drawn, options of menus, tooltips. Runs in the page. */
function readableTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest("script, style, .hidden, .printed-link")) continue;
    if (parent.closest("option") || parent.checkVisibility({ visibilityProperty: true }))
      texts.push(node.textContent ?? "");
  }
  for (const element of document.querySelectorAll("[title]")) texts.push(element.getAttribute("title") ?? "");
  return texts;
}

/** Symbols as code writes them, and names of the code: settings, choices, layers. */
const OF_THE_CODE =
  /λ_|\b(lambda|meta|learning|damping|solver|curvature|kl)[A-Z]\w+|\bold-new\b|\bper-layer\b|\b(dense|conv)\d\b|\btikhonov\b/;

test("neither views, menus, settings nor notices show a word of the code or an index with its underscore", async ({
  lab,
}) => {
  await lab.open(
    `task=sine&opt=apo-p,apo-p:b,kfac,adam&b.lf=-3&steps=12&at=4:lw=2&kfac.damping=0&views=${VIEW_IDS.join(",")}`,
  );
  // Before the race: a notice that needs no answer goes by itself.
  await expect(lab.notices.getByText("of run b is -3")).toBeVisible();
  const texts = await lab.frame.evaluate(readableTexts);
  await lab.playToTheEnd();
  await lab.openSettings();
  for (const summary of await lab.settingsDialog.locator("summary").all()) await summary.click();
  texts.push(...(await lab.frame.evaluate(readableTexts)));
  expect(texts.some((text) => text.includes("of run b is -3"))).toBe(true);
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => OF_THE_CODE.test(text))).toEqual([]);
  for (const option of ["Tikhonov", "KL(old ‖ new)", "λ\u202fFSD ×10 at step 250"]) expect(texts).toContain(option);
});

test("no preset's name is cut in its menu, at any width", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p&steps=2");
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [768, 900],
    [390, 844],
    [320, 568],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    const cut = await lab.frame.locator("select[aria-label=Preset]").evaluate((select: HTMLSelectElement) => {
      const style = getComputedStyle(select);
      const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const context = document.createElement("canvas").getContext("2d");
      if (!context) return ["nothing measured"];
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return [...select.options].map(({ text }) => text).filter((text) => context.measureText(text).width > room);
    });
    expect(cut, `${width} pixels`).toEqual([]);
  }
});
