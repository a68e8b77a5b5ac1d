import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { numbersOf } from "./testState";

const RACE = "task=sine&opt=apo-p,apo-lr,adam,kfac&steps=160&seed=5&backend=wasm&at=30:lf=3&views=none";

/** The worker that trains now: the last that was opened. */
const trainerOf = ({ page }: ExperimentPage) =>
  page
    .workers()
    .filter((one) => one.url().includes("trainer"))
    .at(-1);

/** Makes the training worker throw where nothing catches it. */
async function breakTrainer(lab: ExperimentPage): Promise<void> {
  await trainerOf(lab)?.evaluate(() => {
    setTimeout(() => {
      throw new Error("broken by the test");
    });
  });
}

test.use({ allowedErrors: [/broken by the test/] });

test("a race whose worker breaks twice plays on by itself, and ends with the numbers of one without a break", async ({
  lab,
  browser,
}) => {
  const context = await browser.newContext();
  const whole = new ExperimentPage((await context.newPage()).mainFrame());
  await whole.open(RACE);
  await whole.playToTheEnd();
  const straight = numbersOf(await whole.state());
  await context.close();

  await lab.open(`${RACE}&speed=25&keep=1`);
  await lab.playButton.click();
  for (const step of [20, 60]) {
    await lab.reachesStep(step);
    await breakTrainer(lab);
    const told = lab.notice(/^Training stopped at step \d+; the race goes on/).last();
    await expect(told).toContainText("broken by the test. A new worker goes on from step");
  }
  await lab.speed.selectOption({ label: "max" });
  await lab.isAtRest(160);
  const state = await lab.state();
  expect(state.retraining).toBeNull();
  expect(state.notices.filter(({ level }) => level !== "info")).toEqual([]);
  expect(numbersOf(state)).toEqual(straight);
});
