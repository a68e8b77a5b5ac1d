import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { LandscapePage } from "./landscapePage";
import { BROKEN, breakNewest, endWorker, newestWorker } from "./loseWorker";
import { SweepMapPage } from "./sweepMapPage";

test.use({ allowedErrors: [new RegExp(BROKEN)] });

const tryAgain = (lab: ExperimentPage) =>
  lab.frame
    .getByRole("status")
    .filter({ hasText: "What computes this view stopped. Training goes on without it." })
    .getByRole("button", { name: "Try again" });

test("a map whose worker breaks has the cells of one whose worker does not, and one that breaks twice is gone on with by hand", async ({
  lab,
}) => {
  const map = new SweepMapPage(lab);
  await lab.open("task=sine&opt=apo-p&steps=120&views=sweepMap");
  const whole = await map.computeAll();
  expect(whole).toHaveLength(48);

  await map.compute.click();
  await expect.poll(async () => (await map.state()).cells.length).toBeGreaterThan(0);
  await breakNewest(lab, "sweep");
  await expect(lab.notice("The sweep map went on in a new worker")).toContainText("broken by the test");
  await breakNewest(lab, "sweep");
  await expect(lab.notice("The sweep map stopped")).toContainText("rows that were trained stay");
  expect((await map.state()).cells.length).toBeGreaterThan(0);
  await tryAgain(lab).click();
  await expect(tryAgain(lab)).toBeHidden();
  await map.compute.waitFor();
  expect((await map.state()).cells).toEqual(whole);
  await lab.takeSteps(1);
});

test("a landscape whose worker is ended, and spectra whose worker breaks, come from new ones; lost again, their views try again", async ({
  lab,
}) => {
  const view = new LandscapePage(lab);
  await lab.open("task=linear&opt=apo-p,sgd&steps=31&views=spectrum,landscape");
  const before = await view.answered();
  await endWorker(newestWorker(lab, "landscape"));
  await expect(lab.notice("The landscape went on in a new worker")).toContainText("Nothing was heard of it for 1");
  expect(await view.answered()).toEqual(before);
  await breakNewest(lab, "landscape");
  await expect(lab.notice("The landscape's worker stopped")).toBeVisible();
  await tryAgain(lab).click();
  expect(await view.answered()).toEqual(before);
  await expect(tryAgain(lab)).toBeHidden();

  const measuredAt = async (step: number) => (await lab.state()).runs.every(({ spectrum }) => spectrum?.step === step);
  await breakNewest(lab, "analysis");
  await expect(lab.notice("Measuring spectra went on in a new worker")).toContainText("broken by the test");
  await lab.takeSteps(1);
  await expect.poll(() => measuredAt(1)).toBe(true);
  await breakNewest(lab, "analysis");
  await expect(lab.notice("Spectra are not measured any more")).toBeVisible();
  await lab.takeSteps(1);
  await tryAgain(lab).click();
  await expect(tryAgain(lab)).toBeHidden();
  await lab.takeSteps(1);
  await expect.poll(() => measuredAt(3)).toBe(true);
});
