import { PRESETS } from "../src/config/experiment/presets";
import { showArticle } from "./articlePage";
import { expect, test } from "./fixtures";
import { runOf, valuesOf } from "./testState";

/** One of the poster's networks is opened for all: a step of the others takes longer, and their recordings train them again. */
const OPENED = PRESETS.filter(
  ({ experiment, id }) =>
    experiment.task !== "cifar100" && !["vgg16", "resnet18", "sixteen-bits", "wrn28"].includes(id),
);

test("every preset opens and trains, and says in a sentence what to look for", async ({ lab }) => {
  await lab.open("preset=divergence");
  await expect(lab.preset).toHaveValue("divergence");
  expect(OPENED.length).toBeGreaterThanOrEqual(10);
  for (const { id, experiment } of OPENED) {
    await lab.preset.selectOption(id);
    await lab.isAtRest(0);
    await expect(lab.controls).toContainText("What to look for.");
    await lab.takeSteps(1);
    const state = await lab.state();
    expect(state).toMatchObject({ preset: id, task: experiment.task, step: 1, status: "paused" });
    expect(state.notices.map(({ title }) => title).filter((title) => title !== "Restarted at step 0")).toEqual([]);
  }
});

test("methods, batch size and a method's own setting are chosen in the settings, and restart the run", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=sgdm,adam");
  await lab.takeSteps(2);
  await lab.openSettings();
  await lab.methodBox("SGD").check();
  await lab.isAtRest(0);
  await lab.methodBox("Adam").uncheck();
  await lab.isAtRest(0);
  await lab.settingsDialog.getByRole("button", { name: "Add another SGDm", exact: true }).click();
  await lab.isAtRest(0);
  expect((await lab.state()).runs.map(({ run }) => run)).toEqual(["sgd", "sgdm", "sgdm-2"]);
  await lab.openSettingsOf("SGDm 2");
  await lab.settingsDialog.getByRole("button", { name: "Take SGDm 2 out", exact: true }).click();
  await lab.isAtRest(0);
  await lab.typeSetting("Batch size", "32");
  await lab.isAtRest(0);
  await lab.openSettingsOf("SGDm");
  await lab.typeSetting("Learning rate", "0.02");
  await lab.isAtRest(0);
  await lab.keyboard.press("Escape");
  await expect(lab.settingsDialog).toBeHidden();

  const state = await lab.state();
  expect(state.batchSize).toBe(32);
  expect(state.runs.map(({ run }) => run)).toEqual(["sgd", "sgdm"]);
  expect(runOf(state, "sgdm").hyperparams.learningRate).toBe(0.02);
  await lab.takeSteps(1);
  expect(runOf(await lab.state(), "sgdm").columns.learningRate).toEqual([0.02]);
});

test("another task restarts the run, says so, and keeps the methods and the seed", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&seed=4");
  await lab.takeSteps(2);
  await lab.task.selectOption("Fuel consumption of cars");
  await expect(lab.notice("Restarted at step 0")).toContainText("The 2 steps taken before are off the charts.");
  await lab.isAtRest(0);
  const state = await lab.state();
  expect(state).toMatchObject({ task: "cars", seed: 4 });
  expect(state.runs.map(({ run }) => run)).toEqual(["sgdm", "adam"]);
});

test("a click on a row of the article's table brings that method into the race, and it trains", async ({ lab }) => {
  await lab.open("task=linear&opt=sgdm&steps=20");
  await lab.takeSteps(1);
  await showArticle(lab);
  const row = lab.familyRow("Natural gradient");
  await expect(row).toHaveAccessibleName("Natural gradient add to the race");
  await row.click();
  await expect(lab.notice("Restarted at step 0")).toContainText("The race is now SGDm, Natural gradient.");
  await lab.isAtRest(0);
  await expect(row).toHaveAccessibleName("Natural gradient in the race");
  await lab.familyRow("Proximal point").focus();
  await lab.keyboard.press("Enter");
  await lab.isAtRest(0);
  await expect(lab.familyRow("Proximal point")).toBeFocused();
  await lab.takeSteps(2);
  const state = await lab.state();
  expect(state.runs.map(({ run }) => run)).toEqual(["sgdm", "natural-gradient", "proximal-point"]);
  for (const run of ["natural-gradient", "proximal-point"]) {
    const [first, second] = valuesOf(state, run, "trainLoss") as [number, number];
    expect(second).toBeLessThan(first);
    expect(runOf(state, run).status).toBe("running");
  }
});
