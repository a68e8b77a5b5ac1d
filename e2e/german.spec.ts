import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";

const RACE = "task=sine&opt=apo-p,apo-lr,sgdm&steps=12&backend=cpu";

const press = (lab: ExperimentPage, name: string) =>
  lab.frame.getByRole("button", { name, exact: true }).first().click();

test("with lang=de bar, settings, help and a notice are in German", async ({ lab }) => {
  await lab.open(`${RACE}&lang=de&theme=pink`);
  await expect(lab.frame.locator("html")).toHaveAttribute("lang", "de");
  await expect(lab.frame.getByRole("region", { name: "Meldungen" })).toContainText(/Erlaubt: [^.]*\blight\b/);
  await press(lab, "Schritt");
  await lab.isAtRest(1);
  await press(lab, "Verfahren und Einstellungen");
  await expect(lab.frame.getByRole("dialog", { name: "Verfahren und Einstellungen" })).toContainText("Batchgröße");
  await lab.keyboard.press("Escape");
  await press(lab, "Hilfe");
  await expect(lab.frame.getByRole("dialog", { name: "Hilfe" })).toContainText("Sprache");
});

for (const width of [320, 390, 1280])
  test(`in German nothing sticks out sideways at ${width} pixels`, async ({ page, lab }) => {
    await page.setViewportSize({ width, height: 800 });
    await lab.open(`${RACE}&lang=de`);
    await press(lab, "Schritt");
    await lab.isAtRest(1);
    expect(await lab.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test("a choice in the help changes the language and keeps the run, which goes on", async ({ page, lab }) => {
  await lab.open(RACE);
  await lab.takeSteps(4);
  await press(lab, "Help");
  await lab.helpDialog.getByRole("radio", { name: "Deutsch" }).click();
  await expect(lab.frame.getByRole("dialog", { name: "Hilfe" })).toContainText("Sprache");
  expect((await lab.state()).step).toBe(4);
  await lab.keyboard.press("Escape");
  await press(lab, "Schritt");
  await lab.isAtRest(5);
  await expect.poll(() => page.url()).toContain("lang=de");
});

test("an embed is English, and German where its link says so", async ({ lab }) => {
  await lab.open(`${RACE}&embed=1`);
  await expect(lab.frame.getByRole("button", { name: "Play" })).toBeVisible();
  await lab.open(`${RACE}&embed=1&lang=de`);
  await expect(lab.frame.getByRole("button", { name: "Abspielen" })).toBeVisible();
});
