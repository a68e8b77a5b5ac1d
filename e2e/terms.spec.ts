import { TERM_SYMBOLS, TERMS } from "../src/config/tables/terms";
import { expect, test } from "./fixtures";

test("each term of the method opens what it means, by click and by key, inside the window at 1280 and 320 pixels", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=2");
  const list = lab.article.getByText("What the letters mean:").locator("..");
  const buttons = list.locator("button[popovertarget]");
  await expect(buttons).toHaveCount(TERM_SYMBOLS.length);
  for (const [width, height] of [
    [1280, 800],
    [320, 568],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    for (const [index, symbol] of TERM_SYMBOLS.entries()) {
      const sentence = list.getByText(TERMS[symbol].name, { exact: true });
      await expect(sentence).toBeHidden();
      if (index % 2 === 0) await buttons.nth(index).click();
      else await buttons.nth(index).press("Enter");
      await expect(sentence).toBeVisible();
      const edges = () =>
        sentence.locator("..").evaluate((box) => {
          const { left, right } = box.getBoundingClientRect();
          return left >= 0 && right <= innerWidth ? innerWidth : `from ${left} to ${right} of ${innerWidth}`;
        });
      await expect.poll(edges, symbol).toBe(width); // the page lays itself out anew for a while after its width has changed
      await lab.keyboard.press("Escape");
      await expect(sentence).toBeHidden();
      await expect(buttons.nth(index)).toBeFocused();
    }
  }
});
