import { ExperimentPage } from "./experimentPage";
import { Finger } from "./finger";
import { expect, test } from "./fixtures";
import { KeptPage } from "./keptPage";
import { numbersOf, valuesOf } from "./testState";

const RACE = "task=sine&opt=apo-p,sgdm&steps=60&backend=wasm&views=none";

test("a reload offers the run, which a list keeps, names, pins as a ghost, renames and deletes, on a phone by a finger", async ({
  lab,
}) => {
  const kept = new KeptPage(lab);
  await kept.open(RACE);
  await lab.playToTheEnd();
  const trained = await lab.state();
  await kept.openList();
  await expect(kept.run("Noisy sine")).toContainText("60 of 60 steps");
  await expect(kept.dialog).toContainText(/[KM]B of at most 200 MB; then the oldest that is not pinned goes first/);
  await kept.button("Close").click();
  await lab.keyboard.press("p");
  await expect(lab.notice("Pinned: Noisy sine")).toContainText("The same key lets go of it");

  await kept.open(`${RACE}&lf=10`); // another link, and the last run is offered all the same
  await expect(lab.notice("Your last run is kept: Noisy sine, 60 steps")).toBeVisible();
  await expect(lab.loss.text("APO-P · seed 7")).toBeVisible();
  await expect(kept.overlays).toContainText(/seed 7kept and pinned: λ_?FSD 3/);
  await lab.playToTheEnd();
  await kept.overlays.getByRole("button", { name: "seed 7", exact: true }).click();
  await expect(lab.loss.text("APO-P · seed 7")).toBeHidden();

  await kept.openList();
  await expect(kept.run("Noisy sine, λFSD 10")).toContainText("60 of 60 steps, ");
  await kept.button("Rename Noisy sine").click();
  await kept.dialog.getByRole("textbox", { name: "Name" }).fill("The first one");
  await lab.keyboard.press("Enter");
  await kept.button("Open The first one").click();
  await kept.button("Close").click();
  await lab.isAtRest(60);
  expect(numbersOf(await lab.state())).toEqual(numbersOf(trained));
  await expect(kept.overlays).toHaveCount(0); // the race itself now

  await lab.page.setViewportSize({ width: 390, height: 844 });
  const finger = new Finger(lab.page);
  await finger.touchOn(lab.controlsButton);
  await finger.touchOn(lab.controls.getByRole("button", { name: "Kept runs" }));
  await expect(kept.dialog.getByRole("listitem")).toHaveCount(2);
  for (const button of await kept.dialog.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      (await button.getAttribute("aria-label")) ?? "",
    ).toBeGreaterThanOrEqual(44);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  }
  const other = kept.button("Pin Noisy sine, λ_FSD 10");
  await finger.touchOn(other);
  await expect(other).toHaveAttribute("aria-pressed", "true");
  await finger.touchOn(kept.button("Hide the curves of Noisy sine, λ_FSD 10"));
  await expect(kept.overlays).toHaveCount(0);
  await finger.touchOn(kept.button("Delete Noisy sine, λ_FSD 10"));
  await finger.touchOn(kept.button("Delete Noisy sine, λ_FSD 10 for good"));
  await expect(kept.dialog.getByRole("listitem")).toHaveCount(1);
});

test("a fork keeps weights and optimizers of its step: with the same settings the same numbers, with others a named branch", async ({
  lab,
}) => {
  const kept = new KeptPage(lab);
  await kept.open(`${RACE}&look=40`);
  await lab.playToTheEnd();
  const whole = await lab.state();
  await lab.page.setViewportSize({ width: 390, height: 844 });
  const fork = lab.frame.getByRole("button", { name: "Fork here" });
  await fork.scrollIntoViewIfNeeded();
  const box = await fork.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await fork.click();
  await lab.isAtRest(40);
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  const card = lab.notice("A fork at step 40 of Noisy sine");
  await expect(card).toContainText("What came after that step stays as dashed curves");
  await expect(lab.notice(/The run is back/)).toHaveCount(0);
  await expect(kept.overlays).toContainText("left at 40before the fork: the same settings");
  await lab.takeSteps(2);
  const branch = await lab.state();
  for (const run of ["apo-p", "sgdm"])
    expect(valuesOf(branch, run, "trainLoss")).toEqual(valuesOf(whole, run, "trainLoss").slice(0, 42));
  await lab.typeNumber("λ_FSD", "10");
  await lab.takeSteps(3);
  expect(valuesOf(await lab.state(), "apo-p", "trainLoss").slice(42)).not.toEqual(
    valuesOf(whole, "apo-p", "trainLoss").slice(42, 45),
  );
  await expect(kept.overlays).toContainText(/without λ.*10 from step 42/);
  await expect(lab.loss.text("APO-P · left at 40")).toBeVisible();
});

test("two tabs keep their runs apart, and neither is offered or opened in the other", async ({ lab, context }) => {
  const kept = new KeptPage(lab);
  await kept.open(`${RACE}&speed=25`);
  await lab.takeSteps(1);
  await kept.openList();
  await expect(kept.dialog.getByRole("listitem")).toHaveCount(1);
  const second = new ExperimentPage((await context.newPage()).mainFrame());
  const other = new KeptPage(second);
  await other.open(`${RACE}&seed=3`);
  await second.takeSteps(2);
  await other.openList();
  await expect(other.dialog.getByRole("listitem")).toHaveCount(2);
  await expect(other.goOnButton).toBeHidden();
  await other.button("Open Noisy sine").click();
  await other.button("Close").click();
  await expect(second.notice("Noisy sine is open in another tab")).toBeVisible();
  await second.page.close();
});

test("a page for tests keeps nothing, one whose storage is denied cannot: both go on, and say so; a run is duplicated in one click", async ({
  lab,
}) => {
  await lab.open(`${RACE}&lf=0.1`);
  await lab.takeSteps(1);
  const kept = new KeptPage(lab);
  await kept.openList();
  await expect(kept.dialog).toContainText("A page for tests keeps no runs, unless its link says keep=1.");
  await expect(kept.dialog.getByRole("listitem")).toHaveCount(0);
  await kept.button("Close").click();

  await lab.openSettings();
  await lab.openSettingsOf("APO-P");
  await lab.settingsDialog.getByRole("button", { name: "Duplicate APO-P" }).click();
  await lab.isAtRest(0);
  expect((await lab.state()).runs.map(({ optimizer, hyperparams }) => [optimizer, hyperparams.lambdaFsd])).toEqual([
    ["apo-p", 0.1],
    ["apo-p", 10],
    ["sgdm", expect.anything()],
  ]);

  await lab.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await kept.open(RACE);
  await lab.takeSteps(1);
  const why = "This browser stores nothing for this page (The operation is insecure)";
  await expect(lab.notice("This run is not kept")).toContainText(why);
  await kept.openList();
  await expect(kept.dialog).toContainText(
    `${why}. Training goes on; a reload of the page would lose it. Save the run as a file`,
  );
  await kept.button("Close").click();
  await lab.takeSteps(1);
  for (const { columns } of (await lab.state()).runs) expect(columns.trainLoss).toHaveLength(2);
});
