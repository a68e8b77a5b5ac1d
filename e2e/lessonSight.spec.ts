import type { Locator } from "@playwright/test";
import { LESSONS } from "../src/config/lessons/lessons";
import { PAGE_PARTS } from "../src/config/tables/walk";
import { expect, test } from "./fixtures";
import { LessonReader } from "./lessonReader";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
] as const;

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return { top: box.y, bottom: box.y + box.height };
}

for (const { width, height } of SIZES)
  test(`each step of every lesson has in sight, beside its card, what it speaks of, at ${width} × ${height}`, async ({
    lab,
  }) => {
    test.setTimeout(180_000);
    await lab.page.setViewportSize({ width, height });
    await lab.open(`lesson=${LESSONS[0]?.id}`);
    const isPhone = width < 980;
    const reader = new LessonReader(lab, isPhone);
    for (const { id, steps } of LESSONS)
      for (const [index, { parts }] of steps.entries()) {
        await expect(lab.page).toHaveURL(new RegExp(`lesson=${id}:${index + 1}`));
        await expect(reader.place).toHaveText(`step ${index + 1} of ${steps.length}`);
        if (index === 0) await lab.isAtRest(0); // what is loaded takes its room
        const anchors = parts.flatMap((part) => PAGE_PARTS[part].anchor ?? []);
        for (const anchor of isPhone ? anchors.slice(0, 1) : anchors)
          await expect(async () => {
            const [part, card] = [await boxOf(lab.page.locator(`#${anchor}`)), await boxOf(reader.card)];
            const bar = await boxOf(lab.page.getByRole("banner"));
            const name = `${id}, step ${index + 1}: ${anchor}`;
            expect(part.top, name).toBeGreaterThanOrEqual(isPhone ? bar.bottom : card.bottom);
            expect(part.bottom, name).toBeLessThanOrEqual(isPhone ? card.top : height);
          }).toPass({ timeout: 5000 });
        await reader.onButton.click(); // on to the next lesson after the last step
      }
  });

test("the proximal picture is folded while a lesson is open, can be shown there, and comes back after it", async ({
  lab,
}) => {
  await lab.open(`lesson=${LESSONS[0]?.id}`);
  const reader = new LessonReader(lab);
  const show = lab.frame.getByRole("button", { name: "Show the proximal step" });
  const fold = lab.frame.getByRole("button", { name: "Fold the proximal step" });
  await expect(show).toBeVisible();
  await reader.closeButton.click();
  await expect(fold).toBeVisible();
  await reader.listButton.click();
  await reader.list
    .getByRole("button", { name: /^(Start|Go on)/ })
    .first()
    .click();
  await expect(show).toBeVisible();
  await show.click();
  await expect(fold).toBeVisible();
});
