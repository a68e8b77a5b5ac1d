import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { Finger } from "./finger";
import { expect, test } from "./fixtures";
import { KeptPage } from "./keptPage";
import { overflowOf } from "./look";
import { runOf, valuesOf } from "./testState";

/** A click of the mouse where the button lies. */
async function clickOn(lab: ExperimentPage, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not on screen.");
  await lab.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const rewindButton = (lab: ExperimentPage) => lab.notices.getByRole("button", { name: /^Rewind/ });

test("too much learning rate: the card names step and cause, and one click trains on from the start with less", async ({
  lab,
}) => {
  await lab.open("preset=divergence");
  await lab.playToTheEnd();
  const before = await lab.state();
  const wild = runOf(before, "sgdm-x10");
  expect(wild.status).toBe("diverged");
  const card = lab.notice(/SGDm.*diverged/);
  await expect(card).toContainText(`at step ${wild.columns.step.at(-1)}`);
  await expect(card).toContainText(/Likely cause: η 0\.50 is too high\. The training loss grew \d+ times in one step/);
  await expect(rewindButton(lab)).toHaveText(/^Rewind to the start and lower η to 0\.0\d+$/);
  await clickOn(lab, rewindButton(lab));
  const { overlays } = new KeptPage(lab);
  await expect(overlays).toContainText("left at 0");
  await lab.isAtRest(300);
  const after = await lab.state();
  const tamed = runOf(after, "sgdm-x10");
  expect(tamed.status).toBe("finished");
  expect(tamed.hyperparams.learningRate).toBeLessThan(0.5 / 3);
  const losses = valuesOf(after, "sgdm-x10", "trainLoss");
  expect(losses).toHaveLength(300);
  expect(Math.max(...losses.slice(-50))).toBeLessThan(valuesOf(before, "sgdm-x10", "trainLoss")[0] ?? 0);
  expect(valuesOf(after, "adam", "trainLoss")).toEqual(valuesOf(before, "adam", "trainLoss"));
  await expect(lab.notice(/SGDm.*diverged/)).toHaveCount(0);
});

test("a rate raised in the middle: by finger on a phone or by keyboard, ten steps before the end the run goes on with less", async ({
  lab,
}) => {
  const kept = new KeptPage(lab);
  for (const way of ["finger", "keyboard"] as const) {
    await lab.page.setViewportSize({ width: way === "finger" ? 390 : 1280, height: 844 });
    await kept.open("task=sine&seed=2&opt=sgdm,adam&steps=120&at=60:sgdm.learningRate=1");
    await lab.playToTheEnd();
    const before = await lab.state();
    const end = runOf(before, "sgdm").columns.step.at(-1) ?? Number.NaN;
    expect(end, "diverged soon after").toBeLessThan(80);
    const over = lab.notices.getByRole("button", { name: "Dismiss: The race is over" });
    if (await over.isVisible()) await over.click();
    const button = rewindButton(lab);
    await expect(button).toHaveAccessibleName(/^Rewind 10 steps and lower η to 0\.\d+$/);
    if (way === "finger") await new Finger(lab.page).touchOn(button);
    else await button.press("Enter");
    await expect(kept.overlays, way).toContainText(`left at ${end - 10}`);
    await lab.isAtRest(120);
    const after = await lab.state();
    expect(runOf(after, "sgdm").status, way).toBe("finished");
    const [old, now] = [before, after].map((state) => valuesOf(state, "sgdm", "trainLoss"));
    expect(now?.slice(0, end - 10), way).toEqual(old?.slice(0, end - 10));
    expect(now, way).toHaveLength(120);
  }
});

test("the card is readable and its button whole on a phone and in an embed", async ({ lab }) => {
  for (const [width, link] of [
    [390, ""],
    [320, ""],
    [320, "&embed=1"],
    [390, "&embed=1"],
  ] as const) {
    await lab.page.setViewportSize({ width, height: 568 });
    await lab.open(`task=sine&opt=sgdm&sgdm.learningRate=0.5&steps=30${link}`);
    await lab.playButton.click();
    const card = lab.notice("SGDm diverged");
    const where = `${width} pixels${link}`;
    await expect(rewindButton(lab), where).toBeVisible();
    await card.hover();
    await expect(card, where).toContainText("Likely cause: η 0.50 is too high.");
    const box = await rewindButton(lab).boundingBox();
    expect(box?.height, where).toBeGreaterThanOrEqual(link === "" ? 44 : 24);
    expect((box?.x ?? 0) + (box?.width ?? 999), where).toBeLessThanOrEqual(width);
    const words = card.locator(".words");
    expect((await words.boundingBox())?.width, where).toBeGreaterThan(120);
    expect((await overflowOf(lab.frame)).width, where).toBe(0);
  }
});
