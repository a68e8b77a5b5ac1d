import { expectAccessible } from "../accessibilityFaults";
import { ExperimentPage } from "../experimentPage";
import { test as base, expect } from "../fixtures";
import { germanPart } from "../inGerman";
import { overflowWithin } from "../look";
import { readSet } from "../talk";

/** A page in German, in which what a test asks for in English is found. */
const test = base.extend({
  lab: async ({ page }, use) => use(new ExperimentPage(germanPart(page.mainFrame()))),
});

test("in German the page, its settings, help, a lesson and a talk have no serious accessibility fault", async ({
  page,
  lab,
}) => {
  await lab.open("task=sine&steps=5&lang=de");
  await lab.playToTheEnd();
  await expectAccessible(page, "the page");
  await lab.openSettings();
  await expectAccessible(page, "the settings");
  await lab.keyboard.press("Escape");
  await lab.frame.getByRole("button", { name: "Help", exact: true }).first().click();
  await expect(lab.frame.getByRole("dialog", { name: "Help" })).toBeVisible();
  await expectAccessible(page, "the help");
  await lab.open("lesson=lambda-fsd:1&lang=de");
  await expectAccessible(page, "a lesson");
  await lab.open("scenes=apo-in-ten-minutes&lang=de");
  await expect(lab.frame.getByRole("dialog", { name: "Talk" })).toBeVisible();
  await expectAccessible(page, "a talk");
});

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const READINGS = ["apo-in-ten-minutes", "lambda-fsd"].flatMap((id) => SIZES.map((size) => ({ id, size })));

for (const { id, size } of READINGS)
  test(`the scenes of ${id} run in German by keys, ${size.width} pixels wide: nothing sticks out, and each question is answered`, async ({
    page,
    lab,
  }) => {
    await page.setViewportSize(size);
    const scenes = readSet(id);
    await lab.open(`scenes=${id}&lang=de`);
    const talk = lab.frame.getByRole("dialog", { name: "Talk" });
    const place = talk.getByRole("navigation", { name: "Scenes" }).getByRole("status");
    for (const [at, { step = 0, ask }] of scenes.entries()) {
      await expect(place).toHaveText(`Szene ${at + 1} von ${scenes.length}`);
      await lab.isAtRest(step);
      expect((await overflowWithin(talk)).width).toBe(0);
      if (ask) {
        await talk.getByRole("button", { name: ask.choices[0]?.says ?? "" }).press("Enter");
        await lab.isAtRest(ask.about.to);
        await expect(talk.getByRole("group").getByRole("status")).toHaveText(/^(Wie vorhergesagt|Es kam anders)\. /);
        await expect(talk.getByRole("button", { name: /\(was geschah\)$/ })).toHaveCount(1);
      }
      await lab.keyboard.press("PageDown");
    }
  });
