import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { onPath } from "../scripts/programs.mjs";
import { CsvPage } from "./csvPage";
import { expect, test } from "./fixtures";
import { numbersOf } from "./testState";

test("an experiment and a run are saved, opened by drop and by button, and trained again to the same numbers", async ({
  lab,
}) => {
  const files = new CsvPage(lab);
  await lab.open("task=linear&opt=apo-p,apo-p,sgdm&steps=40&apo-p-2.lf=3");
  await lab.takeSteps(2);
  await lab.slider("λ_FSD").press("ArrowRight");
  await lab.takeSteps(3);
  const trained = await lab.state();
  const save = async (name: string) => {
    const download = lab.page.waitForEvent("download");
    await lab.controls.getByRole("button", { name, exact: true }).click();
    const saved = await download;
    return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), "utf8") };
  };
  const experiment = await save("Save experiment");
  const run = await save("Save run");
  expect([experiment.name, run.name]).toEqual([
    "apo-linear-seed7.experiment.json",
    "apo-linear-seed7-step5.trace.json",
  ]);

  await lab.open("task=sine&opt=sgdm");
  const bad = await files.drag({ name: "bad.json", text: run.text.replace('"trainLoss":[', '"trainLoss":["x",') });
  await bad.drop();
  await expect(lab.notice("bad.json is wrong at runs.0.columns.trainLoss.0")).toContainText("type number");
  expect(await lab.state()).toMatchObject({ task: "sine", step: 0 });

  const drop = await files.drag(run);
  await drop.drop();
  await expect(lab.notice(`${run.name} is shown from its log`)).toContainText("3 runs, 5 steps");
  const shown = await lab.state();
  expect(shown).toMatchObject({ task: "linear", step: 5, status: "saved", interventions: trained.interventions });
  expect(numbersOf(shown)).toEqual(numbersOf(trained));
  await expect(lab.fit.figure).toContainText("A saved run holds no predictions. Train it again");
  await expect(lab.loss.text(/^APO-P λFSD.*3$/)).toBeVisible();
  await lab.notices.getByRole("button", { name: "Train it again" }).click();
  await lab.reachesStep(5);
  await expect(lab.fit.summary).toContainText("Learned weights at step");
  await lab.pauseButton.or(lab.playButton).first().click();
  await lab.isAtRest();

  await files.choose(lab.controls.locator("input[type=file]").last(), experiment);
  await lab.isAtRest(0);
  await lab.takeSteps(5);
  const again = await lab.state();
  expect(again.interventions).toEqual(trained.interventions);
  expect(numbersOf(again)).toEqual(numbersOf(trained));
});

const LEAST = '{"format":"apo-trace/1","runs":[{"run":"plain Python","columns":{"step":[0,1],"trainLoss":[1,0.5]}}]}';

test("a run of a Python program lies dashed over the race; of a run of our own it is asked which", async ({ lab }) => {
  const files = new CsvPage(lab);
  // What the program writes is held by src/store/files/overlayFile.test.ts; without Python the least of it does.
  const python = onPath("python3");
  const stdout = python ? spawnSync(python, ["examples/overlay.py"], { encoding: "utf8" }).stdout : LEAST;
  await lab.open("task=sine&opt=sgdm&steps=40");
  await lab.takeSteps(2);
  await (await files.drag({ name: "mine.trace.json", text: stdout })).drop();
  await expect(lab.notice("mine.trace.json lies over the charts")).toContainText("plain Python");
  await expect(lab.loss.text("plain Python · mine")).toBeVisible();
  await expect(lab.frame.getByRole("list", { name: "Laid over the charts" })).toContainText("from a file");
  expect(await lab.state()).toMatchObject({ step: 2, status: "paused" });

  const saved = lab.page.waitForEvent("download");
  await lab.controls.getByRole("button", { name: "Save run", exact: true }).click();
  const text = readFileSync(await (await saved).path(), "utf8");
  await (await files.drag({ name: "before.json", text })).drop();
  await expect(lab.notice("before.json holds a run")).toContainText("The race stays as it is until you choose");
  await lab.notices.getByRole("button", { name: "Lay it over the race" }).click();
  await expect(lab.notice("before.json holds a run")).toHaveCount(0);
  await expect(lab.loss.text("SGDm · before")).toBeVisible();
  await lab.takeSteps(1);
  await expect(lab.loss.text("SGDm · before")).toBeVisible();
});
