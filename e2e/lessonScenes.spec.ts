import type { Page } from "@playwright/test";
import { LESSONS } from "../src/config/lessons/lessons";
import { accessibilityFaults } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { LessonReader } from "./lessonReader";
import { overflowWithin } from "./look";
import { readSet } from "./talk";

const talkOf = (page: Page) => page.getByRole("dialog", { name: "Talk" });
const placeOf = (page: Page) => talkOf(page).getByRole("navigation", { name: "Scenes" }).getByRole("status");
const captionOf = (page: Page) => talkOf(page).locator(".talk-caption");

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const)
  test(`a lesson is shown as scenes from its list, ${width} pixels wide: each scene trains to its step, tells its numbers, and is turned by keys`, async ({
    page,
    lab,
  }) => {
    await page.setViewportSize({ width, height });
    await lab.open("task=sine&opt=apo-p&steps=40&lesson=list");
    const reader = new LessonReader(lab, width < 980);
    const button = reader.list.getByRole("button", { name: /^Show as scenes: What λ.WSD does/ });
    await button.focus();
    await page.keyboard.press("Enter");
    const scenes = readSet("lambda-wsd");
    for (const [at, { step = 0 }] of scenes.entries()) {
      await expect(placeOf(page)).toHaveText(`Scene ${at + 1} of ${scenes.length}`);
      await lab.isAtRest(step);
      await expect(page).toHaveURL(new RegExp(`scenes=lambda-wsd&scene=${at + 1}`));
      await expect(captionOf(page)).toHaveText(/^[^{}]+ reach(es)? from 0\.\d+ to \d\.\d+: [^{}]+$/);
      await expect(captionOf(page)).not.toContainText("none yet");
      expect((await overflowWithin(talkOf(page))).width).toBe(0);
      if (at === 0)
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await accessibilityFaults(page)).toEqual([]);
        }
      await page.keyboard.press("PageDown");
    }
    const { runs } = await lab.state();
    expect(runs.map(({ hyperparams }) => hyperparams)).toMatchObject([{ lambdaFsd: 10, lambdaWsd: 0.1 }]);
    await page.keyboard.press("Escape");
    await expect(talkOf(page)).toBeHidden();
    await expect(reader.card).toBeHidden();
  });

test("a lesson's scene asks before it tells, and what was answered is held against the run", async ({ page, lab }) => {
  const scenes = readSet("lambda-fsd");
  const at = scenes.findIndex(({ ask }) => ask);
  const ask = scenes[at]?.ask;
  if (!ask) throw new Error("No scene of the lesson asks.");
  await page.goto(`./?scenes=lambda-fsd&scene=${at + 1}&test=1`);
  await lab.isAtRest(ask.about.from ?? 0);
  const choice = talkOf(page).getByRole("button", { name: ask.choices.at(-1)?.says ?? "" });
  await choice.click();
  await lab.isAtRest(ask.about.to);
  await expect(talkOf(page).getByRole("group").getByRole("status")).toHaveText(/^As you said\. η of APO-η: /);
});

for (const width of [1280, 390])
  test(`a curve is drawn as a prediction, drawn again, taken, and kept on the chart beside what happens, ${width} pixels wide`, async ({
    page,
    lab,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const scenes = readSet("lambda-fsd");
    const at = scenes.findIndex(({ ask }) => ask);
    const about = scenes[at]?.ask?.about;
    await page.goto(`./?scenes=lambda-fsd&scene=${at + 1}&test=1`);
    await lab.isAtRest(about?.from ?? 0);
    const place = talkOf(page).locator(".sketch-layer rect");
    await place.scrollIntoViewIfNeeded();
    /** Draws from the left to a share of the height at a share of the width. */
    const draw = async (across: number, down: number) => {
      const box = await place.boundingBox();
      if (!box) throw new Error("There is no place to draw in.");
      await page.mouse.move(box.x + 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 8 });
      await page.mouse.up();
    };
    const take = talkOf(page).getByRole("button", { name: /^Take my curve/ });
    await draw(0.5, 0.9);
    await expect(take).toBeHidden(); // not drawn to the step that is asked about
    await draw(1, 0.04);
    await expect(take).toHaveText("Take my curve: It rises.");
    await draw(1, 0.96);
    await expect(take).toHaveText("Take my curve: It falls to half or less.");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect((await overflowWithin(talkOf(page))).width).toBe(0);
    await take.click();
    await lab.isAtRest(about?.to ?? 0);
    await expect(talkOf(page).getByRole("group").getByRole("status")).toHaveText(
      /^As you said\. .* Your curve ends at 0\.0\d+\.$/,
    );
    await expect(place).toBeHidden();
    await expect(talkOf(page).locator(".guide")).toHaveText("your curve");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await expect(talkOf(page).locator(".guide")).toHaveText("your curve");
    await talkOf(page).getByRole("button", { name: "Start this scene over" }).click();
    await expect(talkOf(page).locator(".guide")).toHaveCount(0);
    await expect(place).toBeVisible();
  });

test("every lesson has a set in the dialog, and its link opens it", async ({ page, lab }) => {
  await lab.open("task=sine&opt=apo-p&steps=5&views=none");
  await page.getByRole("button", { name: "Scenes", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Scenes" });
  await expect(dialog.getByRole("button", { name: /^Present / })).toHaveCount(LESSONS.length + 1);
  for (const { id } of LESSONS) {
    await page.goto(`./?scenes=${id}&test=1`);
    await expect(placeOf(page)).toHaveText(`Scene 1 of ${readSet(id).length}`);
    await expect(talkOf(page).getByRole("alert")).toHaveCount(0);
  }
});
