import { LESSONS } from "../src/config/lessons/lessons";
import { expectAccessible } from "./accessibilityFaults";
import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { germanPart, inGerman } from "./inGerman";
import { LESSON_ACTS } from "./lessonActs";
import { LessonReader } from "./lessonReader";

/** Both sizes and both languages; `LESSONS=all` has all four, which takes twice as long. */
const READINGS = [
  { width: 1280, height: 800, language: "en" },
  { width: 390, height: 844, language: "de" },
  { width: 1280, height: 800, language: "de" },
  { width: 390, height: 844, language: "en" },
].slice(0, process.env.LESSONS === "all" ? 4 : 2);

for (const { language, ...size } of READINGS)
  for (const { id, steps } of LESSONS)
    test(`the lesson ${id} is read to its end at ${size.width} px, ${language}: what a step asks for is seen, and nothing near it`, async ({
      page,
    }) => {
      const isGerman = language === "de";
      const said = isGerman ? inGerman : (text: string) => text;
      const lab = new ExperimentPage(isGerman ? germanPart(page.mainFrame()) : page.mainFrame());
      await lab.page.setViewportSize(size);
      await lab.open(`lesson=${id}&lang=${language}`);
      const reader = new LessonReader(lab, size.width < 980);
      await expect(reader.card).toBeVisible();
      await lab.isAtRest(0);
      const { acts, isPaused } = LESSON_ACTS[id] ?? { acts: [] };
      if (!isPaused) await reader.hurry();
      expect(acts).toHaveLength(steps.length);
      for (const [index, [wrong, right]] of acts.entries()) {
        await expect(reader.place).toHaveText(said(`step ${index + 1} of ${steps.length}`));
        await expect(reader.onButton).toHaveText(said("Skip"));
        await wrong(reader);
        await expect(reader.onButton, `step ${index + 1}, near it`).toHaveText(said("Skip"));
        await right(reader);
        await expect(reader.onButton, `step ${index + 1}`).not.toHaveText(said("Skip"));
        if (index < steps.length - 1) await reader.onButton.click();
      }
      if (id === LESSONS[0]?.id) await expectAccessible(lab.page, "the card");
      await expect(lab.page).toHaveURL(new RegExp(`lesson=${id}:${steps.length}`));
      await reader.closeButton.click();
      await expect(reader.card).toBeHidden();
    });

test("lessons are found, begun, left and gone on with by the keyboard alone, and the run stays", async ({ lab }) => {
  const [first] = LESSONS;
  await lab.open("task=sine&opt=apo-p&steps=40");
  const reader = new LessonReader(lab);
  await reader.listButton.focus();
  await lab.keyboard.press("Enter");
  await expect(reader.list).toBeVisible();
  await expectAccessible(lab.page, "the list");
  await lab.keyboard.press("Escape");
  await expect(reader.list).toBeHidden();
  await expect(reader.listButton).toBeFocused();
  await lab.keyboard.press("Enter");
  await reader.list.getByRole("button", { name: /^Start: What λ.FSD does$/ }).focus();
  await lab.keyboard.press("Enter");
  await expect(reader.card).toBeFocused();
  await lab.isAtRest(0);
  await lab.keyboard.press("Space");
  await expect(reader.onButton).toHaveText("Next");
  await lab.keyboard.press("Space");
  await lab.isAtRest();
  const { step } = await lab.state();
  await reader.onButton.focus();
  await lab.keyboard.press("Enter");
  await expect(reader.place).toHaveText(`step 2 of ${first?.steps.length}`);
  await expect(reader.onButton).toBeFocused();
  await lab.keyboard.press("Escape");
  await expect(reader.card).toBeHidden();
  await expect(reader.listButton).toBeFocused();
  expect((await lab.state()).step).toBe(step);
  await lab.keyboard.press("Enter");
  await reader.list.getByRole("button", { name: /^Go on at step 2: / }).focus();
  await lab.keyboard.press("Enter");
  await expect(reader.place).toHaveText(`step 2 of ${first?.steps.length}`);
});

test("a hint stands there after 20 seconds, and a folded sheet leaves the charts on a phone", async ({ lab }) => {
  const [first] = LESSONS;
  await lab.page.setViewportSize({ width: 320, height: 640 });
  await lab.page.clock.install();
  await lab.open(`lesson=${first?.id}`);
  const reader = new LessonReader(lab, true);
  const hint = reader.card.getByText("Play is in the bar").filter({ visible: true }).first();
  await expect(reader.card).toBeVisible();
  await expect(hint).toBeHidden();
  await lab.page.clock.runFor(20_000);
  await expect(hint).toBeVisible();
  const heightOf = async () => (await reader.card.boundingBox())?.height ?? 0;
  const open = await heightOf();
  expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await reader.card.getByRole("button", { name: "Less", exact: true }).click();
  expect(await heightOf()).toBeLessThan(open / 2);
  await expect(lab.playButton).toBeInViewport();
});
