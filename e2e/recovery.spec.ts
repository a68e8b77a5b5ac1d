import type { Browser } from "@playwright/test";
import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { BROKEN, breakWorker, endWorker, hangWorker } from "./loseWorker";
import { numbersOf } from "./testState";
import { trainersOf } from "./trainers";

const RACE = "task=sine&opt=apo-p,apo-lr,adam,kfac&steps=160&seed=5&backend=wasm&at=30:lf=3&views=none";

/** The worker that trains now: the last that was opened. */
const trainerOf = (lab: ExperimentPage) => trainersOf(lab).at(-1);

/** The numbers of the race without a break. */
async function straightRun(browser: Browser) {
  const context = await browser.newContext();
  const whole = new ExperimentPage((await context.newPage()).mainFrame());
  await whole.open(RACE);
  await whole.playToTheEnd();
  const numbers = numbersOf(await whole.state());
  await context.close();
  return numbers;
}

/** It plays to its end at last, with nothing but notes of what happened, and has these numbers. */
async function expectEnd(lab: ExperimentPage, straight: ReturnType<typeof numbersOf>): Promise<void> {
  await lab.speed.selectOption({ label: "max" });
  await lab.isAtRest(160);
  const state = await lab.state();
  expect(state.retraining).toBeNull();
  expect(state.notices.filter(({ level }) => level !== "info")).toEqual([]);
  expect(numbersOf(state)).toEqual(straight);
}

test.use({ allowedErrors: [new RegExp(BROKEN)] });

test("a race whose worker breaks twice plays on by itself, and ends with the numbers of one without a break", async ({
  lab,
  browser,
}) => {
  const straight = await straightRun(browser);
  await lab.open(`${RACE}&speed=25&keep=1`);
  await lab.playButton.click();
  for (const step of [20, 60]) {
    await lab.reachesStep(step);
    await breakWorker(trainerOf(lab));
    const told = lab.notice(/^Training stopped at step \d+; the race goes on/).last();
    await expect(told).toContainText("broken by the test. A new worker goes on from step");
  }
  await expectEnd(lab, straight);
});

test("a race that is to run to a step rests there, though its worker breaks on the way", async ({ lab }) => {
  await lab.open(`${RACE}&speed=25`);
  const rest = lab.hook.runTo(60);
  await lab.reachesStep(20);
  await breakWorker(trainerOf(lab));
  expect(await rest).toMatchObject({ status: "paused", step: 60 });
  await expect(lab.notice(/^Training stopped at step \d+; the race goes on/)).toBeVisible();
});

test("one whose worker hangs, and then is ended without a word, plays on as well, with the same numbers", async ({
  lab,
  browser,
}) => {
  const straight = await straightRun(browser);
  await lab.open(`${RACE}&speed=25&keep=1`);
  await lab.playButton.click();
  for (const [step, lose] of [
    [20, hangWorker],
    [60, endWorker],
  ] as const) {
    await lab.reachesStep(step);
    await lose(trainerOf(lab));
    const told = lab.notice("The training worker stopped answering; the race goes on").last();
    await expect(told).toContainText(
      /has been ended\. A new worker goes on from step \d+, and nothing of the log is lost/,
    );
  }
  await expectEnd(lab, straight);
});
