import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { runOf, valuesOf } from "./testState";

/** ResNet-18 as it comes, in its default width with five methods, on small batches of few images. */
const RESNET = "task=cifar10&network=resnet18&images=500&batch=8&steps=40";

const isAsWideAsItsWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test("five methods race on ResNet-18 in lockstep, pause and go on, and start anew with nothing left", async ({
  lab,
}) => {
  await lab.open(RESNET);
  const first = await lab.state();
  expect(first.taskOptions).toMatchObject({ network: "resnet18", width: "1/8", augment: "on" });
  expect(first.runs.map(({ run }) => run)).toEqual(["apo-p", "apo-lr", "sgdm", "adam", "kfac"]);
  await expect(lab.network).toHaveValue("resnet18");
  await expect(lab.network.getByRole("option", { name: "ResNet-18 ×1/8" })).toBeAttached();

  await lab.playButton.click();
  await lab.hook.waitForStep(5);
  await lab.pauseButton.click();
  await lab.isAtRest();
  const paused = await lab.state();
  expect(paused.status).toBe("paused");

  await lab.playButton.click();
  await lab.hook.waitForStep(20);
  await lab.pauseButton.click();
  await lab.isAtRest();
  const state = await lab.state();
  const start = valuesOf(state, "sgdm", "trainLoss")[0];
  for (const { run } of state.runs) {
    const losses = valuesOf(state, run, "trainLoss");
    expect(losses).toHaveLength(state.step);
    expect(losses[0]).toBe(start);
    expect(losses.every(Number.isFinite)).toBe(true);
  }
  // rows from before the pause are the same
  expect(valuesOf(state, "kfac", "trainLoss").slice(0, paused.step)).toEqual(valuesOf(paused, "kfac", "trainLoss"));
  expect(runOf(state, "apo-p").layers).toHaveLength(41);

  await lab.resetButton.click();
  await lab.isAtRest(0);
  await lab.hook.whenReady();
  expect((await lab.state()).runs.every(({ columns }) => columns.trainLoss?.length === 0)).toBe(true);
});

for (const viewport of [
  { width: 390, height: 800 },
  { width: 320, height: 700 },
])
  test(`a network is chosen by name and width, and no word is too wide, at ${viewport.width} pixels`, async ({
    lab,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await lab.open("task=cifar10&images=500&batch=8&steps=4&opt=sgdm");
    await lab.openControls();
    await lab.network.selectOption("WRN-28-0.5");
    await lab.isAtRest(0);
    expect((await lab.state()).taskOptions).toMatchObject({ network: "wrn28", width: "0.5", augment: "on" });
    expect(await isAsWideAsItsWindow(page)).toBe(true);
  });
