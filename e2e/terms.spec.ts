import type { Locator } from "@playwright/test";
import { entryOf } from "../src/config/tables/glossary/glossary";
import { ARTICLE_PLACES } from "../src/config/tables/glossary/places";
import { TERM_SYMBOLS, TERMS } from "../src/config/tables/terms";
import { articleHeading, showArticle } from "./articlePage";
import { expect, test } from "./fixtures";

/** The width of the window, or where a card is beyond it. */
const room = (card: Locator) =>
  card.evaluate((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const isIn = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    return isIn ? innerWidth : `${left} to ${right}, ${top} to ${bottom} of ${innerWidth} by ${innerHeight}`;
  });

test("each term of the method opens what it means, by click and by key, inside the window at 1280 and 320 pixels", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  await showArticle(lab);
  const buttons = lab.article.getByText("What the letters mean:").locator("..").getByRole("button");
  await expect(buttons).toHaveCount(TERM_SYMBOLS.length + 1);
  for (const [width, height] of [
    [1280, 800],
    [320, 568],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    for (const [index, symbol] of TERM_SYMBOLS.entries()) {
      const card = lab.frame.getByRole("dialog", { name: TERMS[symbol].name, exact: true });
      await expect(card).toBeHidden();
      if (index % 2 === 0) await buttons.nth(index).click();
      else await buttons.nth(index).press("Enter");
      await expect(card).toBeVisible();
      await expect(card.getByRole("link")).toHaveAttribute("href", `#article-${entryOf(symbol)?.place}`);
      await expect.poll(() => room(card), symbol).toBe(width); // the page lays itself out anew for a while after its width has changed
      if (index === 0) await buttons.nth(index).click();
      else await lab.keyboard.press("Escape");
      await expect(card).toBeHidden();
      if (index > 0) await expect(buttons.nth(index)).toBeFocused();
    }
  }
});

test("a title of the comparison opens its word, and the arrows lead to it from the names of the runs", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  const toolbar = lab.frame.getByRole("toolbar", { name: "Series in the charts" });
  const card = lab.frame.getByRole("dialog", { name: "Peak tensors", exact: true });
  await toolbar.getByRole("button", { name: "Peak tensors" }).click();
  await expect(card).toContainText("The most bytes that a run’s tensors took at one time");
  await lab.page.mouse.click(5, 5);
  await expect(card).toBeHidden();
  await toolbar.getByRole("button", { name: "APO-P", exact: true }).focus();
  await lab.keyboard.press("Home");
  await expect(toolbar.getByRole("button", { name: "Train loss" })).toBeFocused();
  await lab.keyboard.press("Space");
  await expect(lab.frame.getByRole("dialog", { name: "Train loss", exact: true })).toBeVisible();
  await lab.keyboard.press("Escape");
  await expect(toolbar.getByRole("button", { name: "Train loss" })).toBeFocused();
});

test("from a word and from the list of all words one is led to where the article explains it", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  await lab.frame.getByRole("button", { name: "Passes / step" }).click();
  await lab.frame.getByRole("link", { name: `In the article: ${ARTICLE_PLACES.amortize}` }).click();
  await expect(lab.frame.getByRole("dialog")).toHaveCount(0);
  await expect(articleHeading(lab, ARTICLE_PLACES.amortize)).toBeInViewport();
  await expect(articleHeading(lab, ARTICLE_PLACES.amortize)).toBeFocused();

  await lab.article.getByRole("button", { name: "all words" }).click();
  const words = lab.frame.getByRole("dialog", { name: "Every word and symbol" });
  await words.getByRole("searchbox", { name: "Find" }).fill("Kronecker product");
  await words.getByRole("link", { name: ARTICLE_PLACES.learned }).click();
  await expect(words).toBeHidden();
  await expect(articleHeading(lab, ARTICLE_PLACES.learned)).toBeInViewport();
  await expect(articleHeading(lab, ARTICLE_PLACES.learned)).toBeFocused();
});

test("a link leads to its section though the article is still on its way; read in another language, one stays where one is", async ({
  lab,
}) => {
  let letSectionsCome = () => {};
  const ready = new Promise<void>((resolve) => {
    letSectionsCome = resolve;
  });
  await lab.page.route("**/ArticleBody-*.js", (route) => ready.then(() => route.continue()));
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  const fetched = lab.page.waitForRequest("**/ArticleBody-*.js");
  await lab.article.scrollIntoViewIfNeeded();
  await fetched;
  await lab.frame.getByRole("button", { name: "Passes / step" }).click();
  await lab.frame.getByRole("link", { name: `In the article: ${ARTICLE_PLACES.amortize}` }).click();
  letSectionsCome();
  await expect(articleHeading(lab, ARTICLE_PLACES.amortize)).toBeInViewport();
  await expect(articleHeading(lab, ARTICLE_PLACES.amortize)).toBeFocused();

  await lab.frame.getByRole("button", { name: "Help", exact: true }).first().click();
  await lab.helpDialog.getByRole("radio", { name: "Deutsch" }).click();
  await lab.keyboard.press("Escape");
  await expect(lab.article).toContainText("Was die Zeichen bedeuten:");
  await expect(lab.frame.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(lab.frame.locator("#article-amortize")).not.toBeFocused();
});

test("the article's sections are fetched as it comes near, and a link leads to one of them at once", async ({
  lab,
}) => {
  const asked: string[] = [];
  lab.page.on("request", (request) => asked.push(request.url()));
  const fetched = () => asked.filter((url) => url.includes("/ArticleBody-")).length;
  await lab.page.setViewportSize({ width: 390, height: 844 }); // where it is far below
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  await expect(lab.article.getByRole("heading", { level: 2 })).toBeVisible();
  expect(fetched()).toBe(0);
  await showArticle(lab);
  expect(fetched()).toBeGreaterThan(0);

  await lab.page.goto("about:blank");
  await lab.page.goto("./?task=sine&opt=apo-p,sgdm&steps=2&test=1#article-believe");
  await lab.isAtRest();
  await expect(articleHeading(lab, ARTICLE_PLACES.believe)).toBeInViewport();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a finger opens a word, and the ways in its card are large enough for one", async ({ lab }) => {
    await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
    await showArticle(lab);
    await lab.article.getByRole("button", { name: "function-space discrepancy" }).tap();
    const card = lab.frame.getByRole("dialog", { name: TERMS.FSD.name, exact: true });
    await expect.poll(() => room(card)).toBe(390);
    for (const way of [card.getByRole("link"), card.getByRole("button", { name: "All words" })])
      expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await card.getByRole("button", { name: "All words" }).tap();
    await expect(lab.frame.getByRole("dialog", { name: "Every word and symbol" })).toBeVisible();
    await expect(card).toBeHidden();
  });
});
