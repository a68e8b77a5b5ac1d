import { expect, test } from "./fixtures";
import { runOf } from "./testState";

test("a past step is shown from the log in every chart, spectrum, picture and table, and the latest again", async ({
  lab,
}) => {
  await lab.open("task=sine&steps=120&speed=25&views=none");
  await lab.playButton.click();
  await lab.reachesStep(14); // slowly, for snapshots on the way
  await lab.speed.selectOption("max");
  await lab.isAtRest(120);
  const before = await lab.state();

  await lab.views.scrubber.fill("12");
  await expect(lab.loss.stepShown).toHaveText("at 12");
  await expect(lab.learningRate.stepShown).toHaveText("at 12");
  await expect(lab.objective.stepShown).toHaveText("at 12");
  const loss = Number(runOf(before, "sgdm").columns.trainLoss[12]);
  expect(Number(await lab.loss.valueOf("SGDm").textContent())).toBeCloseTo(loss, 3);
  const spectra = runOf(before, "apo-p").spectra.map(({ step }) => step);
  const shown = spectra.findLast((step) => step <= 12);
  await expect(lab.spectrum.summary).toContainText(`at step ${shown}:`);
  const fitted = Number(/at step (\d+)/.exec((await lab.fit.summary.textContent()) ?? "")?.[1]);
  expect(fitted).toBeLessThanOrEqual(12);
  await expect(lab.table).toHaveAccessibleName(/whole splits at step 10\./);

  await lab.views.scrubber.press("ArrowLeft");
  await expect(lab.loss.stepShown).toHaveText("at 11");
  await lab.resetButton.focus();
  await lab.keyboard.press("ArrowLeft");
  await expect(lab.loss.stepShown).toHaveText("at 10");
  await lab.views.latestButton.click();
  await expect(lab.loss.stepShown).toHaveText("at 119");
  await expect(lab.table).toHaveAccessibleName(/whole splits at step 120\./);
  const after = await lab.state();
  expect(after.step).toBe(120);
  expect(after.runs.map(({ columns }) => columns)).toEqual(before.runs.map(({ columns }) => columns));
});
