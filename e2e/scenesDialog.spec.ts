import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { overflowWithin } from "./look";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Scenes" });
const talkOf = (page: Page) => page.getByRole("dialog", { name: "Talk" });
const openScenes = (page: Page) => page.getByRole("button", { name: "Scenes", exact: true }).click();

test("a talk of one's own is made of the page's states, changed, presented, saved and read again, and the run before comes back", async ({
  page,
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=60&lf=2&backend=cpu&views=none");
  await openScenes(page);
  const dialog = dialogOf(page);
  const add = dialog.getByRole("button", { name: "Add this state as a scene" });
  await add.click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await lab.hook.runTo(12);
  await lab.hook.set("lf", 20);
  await lab.hook.runTo(30);
  const before = await lab.state();
  await openScenes(page);
  await dialog.getByRole("combobox", { name: "Figure" }).first().selectOption("rate");
  await add.click();
  const captions = dialog.getByRole("textbox", { name: /^Caption/ });
  await expect(captions).toHaveCount(2);
  await captions.nth(0).fill("word ".repeat(41));
  await expect(dialog.getByRole("status")).toContainText("Too long for a caption: scene 1.");
  await dialog.getByRole("button", { name: "Save as a file" }).click();
  await expect(dialog.getByRole("alert")).toContainText("It has 41 words. Allowed: 40 at most.");
  await captions.nth(0).fill("The start.");
  await captions.nth(1).fill("The price was raised.");
  await dialog.getByRole("textbox", { name: "Notes for the speaker" }).nth(1).fill("Say why.");
  await dialog.getByRole("button", { name: "Move scene 2 up" }).click();
  await expect(captions.nth(0)).toHaveValue("The price was raised.");
  await dialog.getByRole("button", { name: "Move scene 1 down" }).click();
  await expectAccessible(page, "the scenes", "dialog[open]");
  expect((await overflowWithin(dialog)).width).toBe(0);

  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as a file" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("my-scenes.scenes.json");
  const file = await download.path();
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    format: "apo-scenes/1",
    scenes: [
      { caption: "The start." },
      { caption: "The price was raised.", step: 30, figure: "rate", notes: "Say why." },
    ],
  });

  await dialog.getByRole("button", { name: "Present your talk" }).click();
  const place = talkOf(page).getByRole("navigation", { name: "Scenes" }).getByRole("status");
  await expect(place).toHaveText("Scene 1 of 2");
  await page.keyboard.press("ArrowRight");
  await expect(place).toHaveText("Scene 2 of 2");
  await lab.isAtRest(30); // trained to its step, with its move
  const numbers = ({ runs }: typeof before) => runs.map(({ columns }) => columns.trainLoss);
  expect(numbers(await lab.state())).toEqual(numbers(before));
  await talkOf(page).getByRole("button", { name: "Step" }).click();
  await lab.isAtRest(31);
  await page.keyboard.press("ArrowLeft");
  await expect(place).toHaveText("Scene 1 of 2");
  await page.keyboard.press("ArrowRight");
  await expect(place).toHaveText("Scene 2 of 2");
  await lab.isAtRest(31);
  await talkOf(page).getByRole("button", { name: "Start this scene over" }).click();
  await lab.isAtRest(30);
  await page.keyboard.press("Escape");
  await expect(talkOf(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Scenes", exact: true })).toBeFocused();

  await openScenes(page);
  await dialog.getByRole("button", { name: "Back to the run before the talk" }).click();
  await lab.isAtRest(30);
  expect(numbers(await lab.state())).toEqual(numbers(before));
  for (const name of ["Delete scene 2", "Delete scene 1"]) await dialog.getByRole("button", { name }).click();
  await expect(captions).toHaveCount(0);
  await dialog.getByLabel("Open a file of scenes").setInputFiles(file);
  await expect(captions.nth(1)).toHaveValue("The price was raised.");
  await captions.nth(1).fill("");
  await page.reload();
  await openScenes(page);
  await expect(captions.nth(0)).toHaveValue("The start."); // this browser keeps it, its empty words too
  await expect(captions.nth(1)).toHaveValue("");
});

test("a file that holds no scenes is refused with the place of what is wrong, at 390 pixels too", async ({
  page,
  lab,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open("task=sine&opt=apo-p&steps=5&views=none");
  await lab.openControls();
  await openScenes(page);
  const dialog = dialogOf(page);
  const open = (name: string, text: string) =>
    dialog
      .getByLabel("Open a file of scenes")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  const scene = { state: "?task=imagenet", figure: "map", caption: "One." };
  await open("a.json", JSON.stringify({ format: "apo-scenes/1", title: "A", scenes: [scene] }));
  const alert = dialog.getByRole("alert");
  await expect(alert).toContainText('a.json is wrong at scenes.0.state. The task is "imagenet".');
  await expect(alert).toContainText('a.json is wrong at scenes.0.figure. Found "map". Allowed: loss,');
  await open("b.json", "{");
  await expect(alert).toContainText("b.json cannot be read as JSON");
  await open("c.json", " ".repeat(1_000_001));
  await expect(alert).toContainText("c.json is too large. It has 1000001 bytes; at most 1000000 are read.");
  await expect(dialog.getByRole("textbox")).toHaveCount(0);
  expect((await overflowWithin(dialog)).width).toBe(0);
});
