import { VIEW_IDS } from "../src/config/tables/views";
import { expect, test } from "./fixtures";
import { overflowWithin, smallestTextOf } from "./look";
import { strokesUnder } from "./talk";

test.use({ hasTouch: true });

test("the presenter mode shows one chart at a time in large type, turned by a clicker and by taps, on the page and in an embed of a phone", async ({
  page,
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=30&views=gap");
  const presenter = page.getByRole("dialog", { name: "Presentation" });
  const shown = presenter.getByRole("status").last();
  const figures = presenter.getByRole("figure");
  const button = page.getByRole("button", { name: "Present", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(shown).toHaveText("Loss, 1 of 6");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press(" ");
  await lab.isAtRest(30);
  await page.keyboard.press("PageDown");
  await expect(shown).toHaveText("Objective, 2 of 6");
  await expect(figures).toHaveCount(1);
  await presenter.getByRole("slider", { name: "λ_FSD" }).press("ArrowRight");
  await expect(shown).toHaveText("Objective, 2 of 6");
  await presenter.getByRole("slider", { name: "λ_FSD" }).press("PageDown");
  await expect(shown).toHaveText("Learning rate, 3 of 6");
  for (const name of ["Spectrum", "Fit", "Gap"]) {
    await page.keyboard.press("PageDown");
    await expect(shown).toHaveText(new RegExp(`^${name}, `));
    expect(await smallestTextOf(presenter), name).toBeGreaterThanOrEqual(22);
    expect(await overflowWithin(presenter), name).toEqual({ width: 0, height: 0 });
  }
  await page.keyboard.press("PageUp");
  await expect(shown).toHaveText("Fit, 5 of 6");
  await page.keyboard.press("Escape");
  await expect(presenter).toBeHidden();
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    HTMLElement.prototype.requestFullscreen = () => Promise.reject(new TypeError("Permissions check failed"));
  });
  await lab.controlsButton.tap();
  await button.tap();
  await expect(shown).toHaveText("Loss, 1 of 6");
  const [box, plot] = await Promise.all([presenter.boundingBox(), figures.locator(".plot").boundingBox()]);
  expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(plot?.height).toBeGreaterThan(250);
  const next = presenter.getByRole("button", { name: "Next chart" });
  for (const name of ["Objective", "Learning rate"]) {
    expect(await smallestTextOf(presenter), name).toBeGreaterThanOrEqual(22);
    for (const part of [presenter, figures.locator("figcaption")])
      expect(await overflowWithin(part), name).toEqual({ width: 0, height: 0 });
    await next.tap();
    await expect(shown).toHaveText(new RegExp(`^${name}, `));
  }
  await presenter.getByRole("button", { name: "Close" }).tap();
  await expect(presenter).toBeHidden();
  await expect(lab.controlsButton).toBeFocused(); // what leads back to the drawer

  await page.goto("./?embed=1&task=sine&opt=apo-p,sgdm&charts=loss,rate&actions=present&test=1");
  await lab.isAtRest(0);
  await button.tap();
  await expect(shown).toHaveText("Loss, 1 of 2");
  await page.keyboard.press("PageDown");
  await expect(shown).toHaveText("Learning rate, 2 of 2");
  expect(await smallestTextOf(presenter)).toBeGreaterThanOrEqual(22);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

for (const theme of ["light", "dark"])
  test(`on a screen of 1920 by 1080 no text of a chart or view is under 28 pixels and no line under 4, ${theme}`, async ({
    page,
    lab,
  }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await lab.open(
      `task=sine&opt=apo-p,apo-lr,sgdm,adam,kfac&steps=30&at=12:lf=1&theme=${theme}&views=${VIEW_IDS.join(",")}`,
    );
    await lab.playToTheEnd();
    await page.getByRole("button", { name: "Present", exact: true }).click();
    const presenter = page.getByRole("dialog", { name: "Presentation" });
    const shown = presenter.getByRole("navigation", { name: "Charts" }).getByRole("status");
    await expect(shown).toHaveText(/^Loss, 1 of 1\d$/);
    const charts = Number((await shown.textContent())?.split(" of ")[1]);
    for (let at = 1; at <= charts; at += 1) {
      await expect(shown).toHaveText(new RegExp(`, ${at} of ${charts}$`));
      const name = (await shown.textContent()) ?? "";
      await presenter.getByRole("figure").first().waitFor();
      expect.soft(await smallestTextOf(presenter), name).toBeGreaterThanOrEqual(28);
      expect.soft(await strokesUnder(presenter, 4), name).toEqual([]);
      if (/^(Fit|One step ahead)/.test(name)) {
        const plot = await presenter.locator(".plot").first().boundingBox();
        expect.soft(plot?.height, name).toBeGreaterThanOrEqual(1080 - 300);
      }
      expect.soft((await overflowWithin(presenter)).width, name).toBe(0);
      for (const select of await presenter.getByRole("combobox").all())
        expect.soft((await overflowWithin(select)).height, name).toBe(0);
      await page.keyboard.press("PageDown");
    }
  });
