import { LESSONS } from "../../src/config/lessons/lessons";
import { OPTIMIZER_IDS } from "../../src/config/tables/optimizers";
import { TASK_IDS } from "../../src/config/tables/taskIds";
import { VIEW_IDS } from "../../src/config/tables/views";
import { WALK_WORDS } from "../../src/config/tables/walk";
import { showArticle } from "../articlePage";
import { test as base, expect } from "../fixtures";
import { GermanPage } from "./germanPage";

const RACE = "task=sine&opt=apo-p,apo-lr,sgdm,adam,kfac&steps=40&backend=wasm";

/** Fails where English was left in any state looked at. */
const test = base.extend<{ german: GermanPage }>({
  german: async ({ page }, use) => {
    const german = new GermanPage(page);
    await use(german);
    expect(german.count, "texts looked at").toBeGreaterThan(100);
    expect(german.english, "left in English").toEqual([]);
  },
});

test("the page before Play, after it, looking back, with moves and several runs pinned", async ({ german }) => {
  const { lab } = german;
  await german.open(RACE);
  await german.look("before Play");
  await lab.playToTheEnd();
  await german.look("after Play");
  await lab.frame.getByRole("button", { name: /^λ_FSD \S+, eine Zahl eingeben$/ }).click();
  await lab.keyboard.type("10");
  await lab.keyboard.press("Enter");
  await lab.stepButton.click();
  await german.look("after a move");
  await lab.views.scrubber.fill("12");
  await german.look("looking back");
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.openControls();
  await german.look("the drawer of a phone");
});

test("every task before Play, with its settings, and every method's", async ({ german }) => {
  const { lab } = german;
  for (const task of TASK_IDS) {
    await german.open(`task=${task}&images=500&opt=${task === "sine" ? OPTIMIZER_IDS.join(",") : "apo-p,sgdm"}`);
    await german.look(`the task ${task}`);
    if (await lab.frame.locator("dialog[open], .card").first().isVisible()) continue; // it asks for a file
    await lab.openSettings();
    for (const summary of await lab.settingsDialog.locator("summary").all()) await summary.click();
    await german.look(`the settings of ${task}`);
  }
});

test("help, every word, the article with its answers, the poster, embedding, presenting", async ({ german }) => {
  const { lab } = german;
  await german.open(RACE);
  await lab.takeSteps(2);
  for (const name of ["Help", "Embed", "Kept runs", "Scenes", "Present", "The poster, here"]) {
    await lab.frame.getByRole("button", { name, exact: true }).first().click();
    const dialog = lab.frame.locator("dialog[open]");
    await expect(dialog.locator("p, li, button").nth(1)).toBeVisible();
    for (const summary of await dialog.locator("summary").all()) await summary.click();
    await german.look(name);
    await lab.keyboard.press("Escape");
  }
  await showArticle(lab);
  for (const summary of await lab.article.locator("summary").all()) await summary.click();
  await german.look("the article");
  await lab.article.getByRole("button", { name: "all words" }).click();
  await expect(lab.frame.getByRole("dialog", { name: "Every word and symbol" }).getByRole("region")).not.toHaveCount(0);
  await german.look("every word");
});

test("the list of lessons, each step of each of them, and its handout", async ({ german }) => {
  const { lab } = german;
  await german.open("task=sine&lesson=list");
  await german.look("the list of lessons");
  await lab.frame
    .getByRole("button", { name: /^Arbeitsblatt: / })
    .first()
    .click();
  await german.look("a handout");
  for (const { id, steps } of LESSONS)
    for (const at of steps.keys()) {
      await german.open(`lesson=${id}:${at + 1}`);
      await german.look(`the lesson ${id}, step ${at + 1}`);
    }
});

test("a talk, scene by scene, with its notes", async ({ german }) => {
  const { lab } = german;
  await german.open("scenes=apo-in-ten-minutes");
  const talk = lab.frame.getByRole("dialog", { name: "Talk" });
  await lab.page.evaluate(() => {
    window.open = () => null;
  });
  await talk.getByRole("button", { name: "Notes" }).click();
  const place = talk.getByRole("navigation", { name: "Scenes" }).getByRole("status");
  for (let scene = 1; ; scene++) {
    await expect(place).toHaveText(new RegExp(`^Szene ${scene} `));
    await lab.isAtRest();
    await german.look(`scene ${scene}`);
    if ((await place.textContent()) === `Szene ${scene} von ${scene}`) break;
    await lab.keyboard.press("PageDown");
  }
});

test("every view, of a race with moves, its tables and its walk", async ({ german }) => {
  const { lab } = german;
  await german.open(`${RACE}&at=6:lf=1,9:k=2&views=${VIEW_IDS.join(",")}`);
  await german.look("the views before Play");
  await lab.playToTheEnd();
  await lab.views.pass();
  await german.look("the views");
  await lab.frame.getByRole("button", { name: "Compute map" }).click();
  await lab.frame.getByRole("button", { name: "Compute again" }).waitFor();
  await german.look("the sweep map");
  await lab.views.scrubber.fill("5");
  await german.look("the views, looking back");
  for (const opt of ["apo-p", "apo-lr"])
    for (const word of Object.values(WALK_WORDS)) {
      await german.open(`task=${opt === "apo-p" ? "spirals" : "sine"}&opt=${opt},sgdm&k=2&walk=${word}`);
      await german.look(`the walk of ${opt} at ${word}`);
    }
});

test("menus of all figures, further seeds, kept runs over the charts, a fork, a run that diverges", async ({
  german,
}) => {
  const { lab } = german;
  await german.open(`${RACE}&views=${VIEW_IDS.join(",")}&keep=1&seeds=1`);
  await lab.playToTheEnd();
  for (const menu of await lab.frame.getByRole("button", { name: /^Menü von / }).all()) {
    await menu.click();
    await german.look("the menu of a figure");
    await lab.keyboard.press("Escape");
  }
  await lab.keyboard.press("p");
  await german.look("a pinned run");
  await lab.views.scrubber.fill("20");
  await lab.frame.getByRole("button", { name: "Fork here" }).click();
  await lab.isAtRest(20);
  await german.look("a fork");
  await lab.controls.getByRole("button", { name: "Kept runs" }).click();
  await german.look("kept runs");
  await german.open("task=sine&opt=apo-p,sgdm&sgdm.learningRate=1000&steps=30&lf=abc&nothing=1&views=hello");
  await lab.playToTheEnd();
  await german.look("a run that diverges");
});
