import { expect, test } from "./fixtures";

test("keys play, pause, step, reset and draw a new seed", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-lr,sgdm&seed=7&k=5");
  await lab.keyboard.press("Space");
  await expect(lab.pauseButton).toBeVisible();
  await lab.keyboard.press("Space");
  await expect(lab.playButton).toBeVisible();
  await lab.keyboard.press("r");
  await lab.isAtRest(0);
  await lab.keyboard.press("ArrowRight");
  await expect(lab.stepCount).toHaveText("1");
  await lab.isAtRest(1);
  await lab.keyboard.press("Shift+ArrowRight");
  await lab.isAtRest(6); // the meta-update before step 5 is done with step 6
  await expect(lab.metaStepCount).toHaveText("2");
  await lab.keyboard.press("n");
  await expect(lab.seed).not.toHaveValue("7");
  await expect(lab.stepCount).toHaveText("0");
});

test("keys show and hide series, switch the scale, and open and close help", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam");
  await lab.takeSteps(1);
  await lab.keyboard.press("2");
  await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "false");
  await lab.keyboard.press("2");
  await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "true");
  await lab.keyboard.press("l");
  await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "false");
  await lab.keyboard.press("?");
  await expect(lab.helpDialog).toBeVisible();
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("Escape");
  await expect(lab.helpDialog).toBeHidden();
  await expect(lab.stepCount).toHaveText("1");
});

test("keys that are typed into a field do nothing else", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p&seed=7");
  await lab.takeSteps(1);
  await lab.seed.focus();
  for (const key of ["Space", "ArrowRight", "r", "n", "l", "1"]) await lab.keyboard.press(key);
  await lab.keyboard.press("Escape");
  await expect(lab.seed).toHaveValue("7");
  await expect(lab.stepCount).toHaveText("1");
  await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "true");
  await expect(lab.seriesToggle("APO-P")).toHaveAttribute("aria-pressed", "true");
  expect((await lab.state()).status).toBe("paused");
});
