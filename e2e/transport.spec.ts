import { expect, test } from "./fixtures";
import { runOf, valuesOf } from "./testState";

test("Play becomes Pause and back, and the counters stand once it is paused", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-lr,sgdm&speed=25");
  await expect(lab.stepCount).toHaveText("0");
  await lab.playButton.click();
  await expect(lab.pauseButton).toBeVisible();
  await expect(lab.playButton).toBeHidden();
  await expect(lab.stepCount).not.toHaveText("0");
  await lab.pauseButton.click();
  await expect(lab.playButton).toBeVisible();

  const { status, step, runs } = await lab.state();
  expect(status).toBe("paused");
  await expect(lab.stepCount).toHaveText(String(step));
  const steps = Array.from({ length: step }, (_, index) => index);
  for (const { run, columns } of runs) expect(columns.step, `steps of ${run}`).toEqual(steps);
});

test("Step takes one step of every run, and no more", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm");
  for (const step of [1, 2, 3]) {
    await lab.stepButton.click();
    await expect(lab.stepCount).toHaveText(String(step));
    await lab.isAtRest(step);
    const { runs } = await lab.state();
    expect(runs.map(({ columns }) => columns.step.length)).toEqual([step, step]);
  }
});

test("Meta-step goes on up to and including the next meta-update", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-lr,sgdm&k=10");
  // Meta-updates come before steps 0, 10 and 20, so that they are done with steps 1, 11 and 21.
  for (const [index, step] of [1, 11, 21].entries()) {
    await lab.metaStepButton.click();
    await lab.isAtRest(step);
    await expect(lab.stepCount).toHaveText(String(step));
    await expect(lab.metaStepCount).toHaveText(String(index + 1));
  }
  const state = await lab.state();
  expect(state.metaStep).toBe(3);
  const { step, objective } = runOf(state, "apo-lr").columns;
  expect(step.filter((_, row) => objective[row] !== null)).toEqual([0, 10, 20]);
});

test("a race ends at its last step, and says so when asked for more", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&steps=12");
  await lab.playToTheEnd();
  await expect(lab.stepCount).toHaveText("12");
  const state = await lab.state();
  expect(state.runs.map(({ status }) => status)).toEqual(["finished", "finished"]);
  expect(valuesOf(state, "adam", "step").at(-1)).toBe(11);
  await lab.playButton.click();
  await expect(lab.notice("The race is over")).toContainText("12 steps");
  await expect(lab.notice("The race is over")).toContainText("Reset");
  await lab.controls.getByText("Learning rates set by hand", { exact: true }).click();
  await lab.drag("η of SGDm", 0.1);
  await expect(lab.notice("η acts once it goes on")).toContainText("step 24");
  await lab.notices.getByRole("button", { name: "Continue the race" }).first().click();
  await lab.isAtRest(24);
  await expect(lab.notices.getByRole("button", { name: "Continue the race" })).toHaveCount(0);
  await lab.openSettings();
  await lab.typeSetting("Steps of the race", "26");
  await lab.keyboard.press("Escape");
  await expect.poll(async () => (await lab.state()).steps).toBe(26);
  await lab.playToTheEnd();
  const after = await lab.state();
  expect(valuesOf(after, "sgdm", "step")).toHaveLength(26);
  const [move] = after.interventions;
  expect(after.interventions).toEqual([
    { step: 12, run: "sgdm", name: "learningRate", from: 0.05, value: expect.any(Number) },
  ]);
  expect(valuesOf(after, "sgdm", "learningRate").slice(11, 13)).toEqual([0.05, move?.value]);
  await expect(lab.loss.text(/^η of SGDm 0\.050 →/)).toBeVisible();
  await expect.poll(() => new URL(lab.page.url()).searchParams.get("steps")).toBe("26");
  expect(new URL(lab.page.url()).searchParams.get("at")).toMatch(/^12:sgdm\.learningRate=/);
});

test("the speed can be chosen, and changed while it trains", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&steps=300");
  await expect(lab.speed.getByRole("option")).toHaveText(["0.25/s", "1/s", "5/s", "25/s", "max"]);
  await lab.speed.selectOption("1/s");
  const start = Date.now();
  await lab.playButton.click();
  await lab.reachesStep(3);
  // The first step comes at once, the third two seconds later.
  expect(Date.now() - start).toBeGreaterThan(1900);
  await lab.speed.selectOption("max");
  // At one step a second this would take longer than the test has.
  await lab.isAtRest(300);
});

test("New seed draws another seed and other numbers; the old seed brings the old ones back", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&seed=7");
  const firstLosses = async () => valuesOf(await lab.state(), "sgdm", "trainLoss");
  await lab.takeSteps(2);
  const before = await firstLosses();
  await lab.newSeedButton.click();
  await expect(lab.seed).not.toHaveValue("7");
  await expect(lab.notice("Restarted at step 0")).toContainText("before 7");
  await lab.isAtRest(0);
  await expect(lab.seed).toHaveValue(String((await lab.state()).seed));
  await lab.takeSteps(2);
  expect(await firstLosses()).not.toEqual(before);

  await lab.seed.fill("7");
  await lab.seed.press("Enter");
  await lab.isAtRest(0);
  await lab.takeSteps(2);
  expect((await lab.state()).seed).toBe(7);
  expect(await firstLosses()).toEqual(before);
});
