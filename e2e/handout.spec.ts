import { LESSONS } from "../src/config/lessons/lessons";
import { expectAccessible } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { pdfText } from "./pdfText";

/** German is longer: the fullest sheet alone shows whether all fit. */
const FULLEST = LESSONS.filter(({ id }) => id === "lambda-fsd");

const packed = (text: string) => text.replace(/\s+/g, "");

test("a handout of each lesson is one sheet of its tasks alone, with the way to it; in German too", async ({ lab }) => {
  for (const [lang, lessons, line, handout, back] of [
    ["en", LESSONS, "What I see:", "Handout", "Back"],
    ["de", FULLEST, "Was ich sehe:", "Arbeitsblatt", "Zurück"],
  ] as const) {
    await lab.open(`task=sine&lesson=list&theme=dark&lang=${lang}`);
    for (const { id, steps } of lessons) {
      const nth = LESSONS.findIndex((lesson) => lesson.id === id);
      const opener = lab.frame.getByRole("button", { name: new RegExp(`^${handout}: `) }).nth(nth);
      await opener.click();
      await expect(lab.frame.locator(".handout").getByRole("img")).toBeVisible();
      const pdf = await lab.page.pdf({ preferCSSPageSize: true });
      const sheets = pdfText(pdf);
      expect(sheets, id).toHaveLength(1);
      const text = packed(sheets[0] ?? "");
      expect(text.split(packed(line)), id).toHaveLength(steps.length + 1);
      expect(text, id).toContain(`?lesson=${id}&lang=${lang}`);
      expect(text, "nothing else of the page").not.toContain("APOLab");
      await lab.frame.getByRole("button", { name: back, exact: true }).click();
      await expect(opener).toBeVisible();
    }
  }
});

test("a handout is opened and left by the keyboard, and has no serious accessibility fault in either theme", async ({
  lab,
}) => {
  await lab.open("task=sine&lesson=list");
  const opener = lab.frame.getByRole("button", { name: /^Handout: / }).nth(1);
  const back = lab.frame.getByRole("button", { name: "Back", exact: true });
  await opener.press("Enter");
  await expect(back).toBeFocused();
  await expect(lab.frame.locator(".handout").getByRole("img")).toBeVisible();
  await expectAccessible(lab.page, "a handout");
  await back.press("Enter");
  await expect(opener).toBeFocused();
});
