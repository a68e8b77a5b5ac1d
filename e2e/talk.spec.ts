import type { Page } from "@playwright/test";
import { overlappingTexts } from "../src/gallery/testing/textFaults";
import { accessibilityFaults } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { overflowWithin, smallestTextOf } from "./look";
import { readSet, strokesUnder, type TalkScene } from "./talk";

const TALK = "scenes=apo-in-ten-minutes";
const SCENES = readSet("apo-in-ten-minutes");

const talkOf = (page: Page) => page.getByRole("dialog", { name: "Talk" });
const placeOf = (page: Page) => talkOf(page).getByRole("navigation", { name: "Scenes" }).getByRole("status");
const isAt = (page: Page, scene: number) => expect(placeOf(page)).toHaveText(`Scene ${scene} of ${SCENES.length}`);

/** Opens the talk at a scene, which stands where it is to. */
async function openAt(page: Page, scene = 1): Promise<void> {
  await page.goto(`./?${TALK}&scene=${scene}&test=1`);
  await isAt(page, scene);
}

/** The plot takes the room that it has, and on a phone no less than on the page. */
const isHigh = async (page: Page, most: number) => {
  const plot = await talkOf(page).locator(".plot").first().boundingBox();
  expect(plot?.height).toBeGreaterThanOrEqual(Math.min(most, 400));
};

/** Words as a caption shows them: symbols are set without their underscore. */
const shownAs = ({ caption }: TalkScene) => caption.replaceAll("λ_", "λ");

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const)
  test(`the talk that comes with the page runs from end to end by keys, ${width} pixels wide: each scene stands at its step, each question is answered and its truth shown`, async ({
    page,
    lab,
  }) => {
    await page.setViewportSize({ width, height });
    await openAt(page);
    for (const [at, scene] of SCENES.entries()) {
      await isAt(page, at + 1);
      await lab.isAtRest(scene.step ?? 0);
      if (at === 0) await isHigh(page, height - 400);
      await expect(talkOf(page).locator(".talk-caption")).toHaveText(shownAs(scene));
      expect((await overflowWithin(talkOf(page))).width).toBe(0);
      await expect.poll(() => page.evaluate(overlappingTexts), `scene ${at + 1}`).toEqual([]);
      await expect(page).toHaveURL(new RegExp(`\\?${TALK}&scene=${at + 1}&test=1$`));
      if (scene.ask) {
        const choice = talkOf(page).getByRole("button", { name: scene.ask.choices[0]?.says ?? "" });
        await choice.focus();
        await page.keyboard.press("Enter");
        await expect(choice).toHaveAttribute("aria-pressed", "true");
        await lab.isAtRest(scene.ask.about.to);
        const told = talkOf(page).getByRole("group").getByRole("status");
        await expect(told).toHaveText(new RegExp(`^(As you said|It went another way)\\. .*${scene.ask.about.to}`));
        await expect(talkOf(page).getByRole("button", { name: /\(what happened\)$/ })).toHaveCount(1);
      }
      await page.keyboard.press(at % 2 === 0 ? "PageDown" : "ArrowRight");
    }
    await isAt(page, SCENES.length); // the last one stays
    await page.keyboard.press("Escape");
    await expect(talkOf(page)).toBeHidden();
    await expect(page).not.toHaveURL(/scenes=/);
    expect(page.workers()).toEqual([]);
  });

test("a question's scene does not show its answer, and sliders of a talk are long enough to aim with", async ({
  page,
  lab,
}) => {
  const asked = SCENES.findIndex(({ ask, step }) => ask && !step);
  await openAt(page, asked + 1);
  await lab.isAtRest(0);
  const figure = talkOf(page).getByRole("figure");
  await expect(figure).toBeVisible();
  await expect(figure).toHaveAttribute("aria-label", "Loss");
  await expect(figure.locator(".plot-text .value")).toHaveCount(0);
  await openAt(page, SCENES.length);
  for (const name of ["λ_FSD", "λ_WSD"]) {
    const track = await talkOf(page).getByRole("slider", { name }).boundingBox();
    expect(track?.width).toBeGreaterThanOrEqual(160);
  }
});

test("on a phone on its side the figure, its caption and Play stand beside each other", async ({ page, lab }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  for (const [at, scene] of SCENES.entries()) {
    await openAt(page, at + 1);
    await lab.isAtRest(scene.step ?? 0);
    await expect(talkOf(page).locator(".talk-caption")).toBeInViewport({ ratio: 1 });
    await expect(talkOf(page).getByRole("figure")).toBeInViewport({ ratio: 0.9 });
    if (!scene.ask) await expect(talkOf(page).getByRole("button", { name: "Play" })).toBeInViewport({ ratio: 1 });
    expect((await overflowWithin(talkOf(page))).width).toBe(0);
    await expect.poll(() => page.evaluate(overlappingTexts), `scene ${at + 1}`).toEqual([]);
  }
});

test("50 moves forwards and back lose no run and no step, of recordings and of runs that were trained", async ({
  page,
  lab,
}) => {
  await openAt(page);
  const known = new Map<number, object>();
  const look = async () => {
    const { step, runs, interventions, preset } = await lab.state();
    return { step, preset, interventions, losses: runs.map(({ columns }) => columns.trainLoss) };
  };
  let at = 1;
  const turn = async (by: 1 | -1) => {
    await page.keyboard.press(by > 0 ? "PageDown" : "PageUp");
    at = Math.max(1, Math.min(SCENES.length, at + by));
    await isAt(page, at);
    await lab.isAtRest();
  };
  for (const key of ["PageDown", "PageDown", "PageDown"]) await page.keyboard.press(key); // faster than they are shown
  await isAt(page, 4);
  for (const key of ["PageUp", "PageUp", "PageUp"]) await page.keyboard.press(key);
  await isAt(page, 1);
  await lab.isAtRest(0);
  // a recording that was played on, one that was left by a slider and trained, and one that still plays when it is left
  await talkOf(page).getByRole("button", { name: "Step" }).click();
  known.set(1, await look());
  await openLast(page, lab.isAtRest.bind(lab));
  at = SCENES.length;
  await talkOf(page).getByRole("slider", { name: "λ_FSD" }).press("End");
  await lab.reachesStep(310);
  await page.keyboard.press("PageUp");
  at -= 1;
  await isAt(page, at);
  await turn(1);
  const trained = await look();
  expect(trained.step).toBeGreaterThanOrEqual(310);
  known.set(at, trained);
  let seed = 7;
  for (let moves = 0; moves < 50; moves++) {
    seed = (seed * 48271) % 2147483647;
    await turn(seed % 5 < 2 ? 1 : -1);
    const now = await look();
    if (known.has(at)) expect(now, `scene ${at} after ${moves + 1} moves`).toEqual(known.get(at));
    known.set(at, now);
  }
  while (at < SCENES.length) await turn(1);
  expect(await look()).toEqual(trained);
  await talkOf(page).getByRole("button", { name: "Play" }).click(); // its steps are trained again, unseen, and it goes on
  await lab.reachesStep(trained.step + 5);
  const { runs } = await lab.state();
  for (const [i, { columns }] of runs.entries())
    expect(columns.trainLoss.slice(0, trained.step)).toEqual(trained.losses[i]);
});

/** Turns to the last scene, one after the other. */
async function openLast(page: Page, isAtRest: () => Promise<void>): Promise<void> {
  for (let scene = 2; scene <= SCENES.length; scene++) {
    await page.keyboard.press("PageDown");
    await isAt(page, scene);
  }
  await isAtRest();
}

test("on a screen of 1920 by 1080 no text of a talk is under 28 pixels and no line under 4, in both themes, and axe finds nothing", async ({
  page,
  lab,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openAt(page);
  for (const at of SCENES.keys()) {
    await isAt(page, at + 1);
    await lab.isAtRest();
    await talkOf(page).getByRole("figure").first().waitFor();
    expect(await smallestTextOf(talkOf(page)), `scene ${at + 1}`).toBeGreaterThanOrEqual(28);
    expect(await strokesUnder(talkOf(page), 4), `scene ${at + 1}`).toEqual([]);
    expect(await overflowWithin(talkOf(page)), `scene ${at + 1}`).toEqual({ width: 0, height: 0 });
    await page.keyboard.press("PageDown");
  }
  for (const theme of ["light", "dark"] as const) {
    await page.goto(`./?${TALK}&scene=3&theme=${theme}&test=1`);
    await isAt(page, 3);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});

test("notes stand in a second window, or in a panel where the browser opens none", async ({ page, context }) => {
  await openAt(page, 2);
  const opened = context.waitForEvent("page");
  await talkOf(page).getByRole("button", { name: "Notes" }).click();
  const notes = await opened;
  await expect(notes.getByText(SCENES[1]?.notes ?? "")).toBeVisible();
  await expect(notes.getByRole("timer")).toHaveText(/^\d+:\d\d$/);
  await notes.keyboard.press("PageDown");
  await isAt(page, 3);
  await expect(notes.getByText(SCENES[2]?.notes ?? "")).toBeVisible();
  await notes.getByRole("button", { name: "Back" }).click();
  await isAt(page, 2);
  await notes.close();
  await expect(talkOf(page).getByRole("button", { name: "Notes" })).toHaveAttribute("aria-pressed", "false");
  await page.evaluate(() => {
    window.open = () => null;
  });
  await talkOf(page).getByRole("button", { name: "Notes" }).click();
  const panel = talkOf(page).getByRole("complementary", { name: "Notes" });
  await expect(panel).toContainText("The browser opened no second window");
  await expect(panel).toContainText(SCENES[1]?.notes ?? "");
});

test("a link to scenes that are not there says so, and shows the page or the last scene", async ({ page, lab }) => {
  await lab.open("scenes=toString&task=sine&opt=apo-p&steps=20");
  await expect(lab.notice('scenes is "toString"')).toContainText("Allowed: none, apo-in-ten-minutes, lambda-fsd,");
  await expect(talkOf(page)).toBeHidden();
  expect((await lab.state()).steps).toBe(20);
  await page.goto(`./?${TALK}&scene=99&test=1`);
  await isAt(page, SCENES.length);
  await expect(talkOf(page).getByRole("alert")).toContainText(`There is no scene 99. Allowed: 1 to ${SCENES.length}.`);
});
