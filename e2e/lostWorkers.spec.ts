import type { ExperimentPage } from "./experimentPage";
import { between, faultTest, hasTold, playFrom, unbroken } from "./faultTrials";
import { expect, test } from "./fixtures";
import { BROKEN, breakWorker, endWorker, hangWorker } from "./loseWorker";
import { numbersOf } from "./testState";
import { trainersOf } from "./trainers";

const STEPS = 120;
const RACE = `task=sine&opt=apo-p,adam,kfac&steps=${STEPS}&seed=5&backend=wasm&at=30:lf=3&views=none`;

const PAIRED_STEPS = 8;
/** Steps long enough for two workers. */
const PAIRED = `task=cifar10&images=500&batch=64&opt=sgdm,apo-p,kfac&backend=wasm&steps=${PAIRED_STEPS}&seed=5&views=none`;

test.use({ allowedErrors: [new RegExp(BROKEN)] });

const numbersAtTheEnd = (link: string) =>
  unbroken(async (lab) => {
    await lab.open(link);
    await lab.playToTheEnd();
    return numbersOf(await lab.state());
  });
const raceNumbers = numbersAtTheEnd(RACE);
const pairedNumbers = numbersAtTheEnd(PAIRED);

/** It plays on to its end, with nothing but notes of what happened, the log of before and these numbers. */
async function expectEnd(
  lab: ExperimentPage,
  steps: number,
  stepBefore: number,
  numbers: ReturnType<typeof numbersOf>,
) {
  expect((await lab.state()).step, "steps of the log that are still there").toBeGreaterThanOrEqual(stepBefore);
  await lab.speed.selectOption({ label: "max" });
  await lab.isAtRest(steps);
  const state = await lab.state();
  expect(state.notices.filter(({ level }) => level !== "info")).toEqual([]);
  expect(numbersOf(state)).toEqual(numbers);
}

faultTest(
  "trainer",
  "a race whose worker is lost at a random step plays on, with the numbers of one without a break",
  async (lab, { at, draw, browser }) => {
    const numbers = await raceNumbers(browser);
    await lab.open(`${RACE}&keep=1`);
    await playFrom(lab, between(1, STEPS - 50, draw));
    const { step } = await lab.state();
    const lose = [breakWorker, endWorker, hangWorker][at % 3];
    await lose?.(trainersOf(lab).at(-1));
    await hasTold(lab, "; the race goes on", "A new worker goes on from step");
    await expectEnd(lab, STEPS, step, numbers);
  },
);

faultTest(
  "partner",
  "a race over two workers whose second is lost at a random step plays on, with the same numbers",
  async (lab, { at, draw, browser }) => {
    const numbers = await pairedNumbers(browser);
    await lab.open(PAIRED);
    const names = await Promise.all(trainersOf(lab).map((worker) => worker.evaluate(() => self.name)));
    const second = trainersOf(lab)[names.findIndex((name) => name !== "")]; // the page names its own worker nothing
    expect(second, "a race over two workers").toBeDefined();
    const step = between(1, PAIRED_STEPS - 3, draw);
    await lab.hook.runTo(step);
    await (at % 2 === 0 ? breakWorker : endWorker)(second);
    await lab.playButton.click();
    await hasTold(lab, "; the race goes on", /goes on from step \d+, and nothing of the log is lost/);
    await expectEnd(lab, PAIRED_STEPS, step, numbers);
  },
);
