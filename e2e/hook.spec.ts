import { stateSchema } from "../scripts/stateSchema";
import { showArticle } from "./articlePage";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { KNOWN_TEST_IDS, testIdsOf } from "./testIds";

test("the hook runs to a step, moves a setting, waits until all is there, and says what is in the way", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=40&backend=wasm&views=gap");
  expect(await lab.hook.whenReady()).toMatchObject({ status: "idle", step: 0 });
  expect(await lab.hook.runTo(12)).toMatchObject({ status: "paused", step: 12 });
  expect(await lab.hook.set("lf", 7)).toEqual({ "apo-p": 7 });
  await expect(lab.hook.set("lambda", 3)).rejects.toThrow(/no slider for "lambda"\. Allowed: lambdaFsd/);
  await expect(lab.hook.set("lf", 3, "sgdm")).rejects.toThrow(/No run "sgdm" has lambdaFsd.*: apo-p\./);
  await expect(lab.hook.runTo(11)).rejects.toThrow("allowed here are 12 to 40");
  await expect(lab.hook.runTo(41)).rejects.toThrow("allowed here are 12 to 40");
  const late = lab.hook.waitForStep(30);
  expect(await lab.hook.runTo(30)).toMatchObject({ status: "paused", step: 30 });
  expect(await late).toMatchObject({ step: 30 });
  expect((await lab.hook.whenSettled()).pending).toEqual({ spectra: 0, fits: 0, charts: 0 });
  const state = await lab.state();
  expect(stateSchema.parse(state)).toEqual(state);
  expect(state.interventions).toMatchObject([{ step: 12, run: "apo-p", name: "lambdaFsd", value: 7 }]);
  for (const run of state.runs) expect(run.spectrum?.step, run.run).toBe(30);
  const part = await lab.hook.getState({ columns: ["trainLoss"], runs: ["sgdm"] });
  expect(part.runs.map(({ run, columns }) => [run, Object.keys(columns)])).toEqual([["sgdm", ["trainLoss"]]]);
  await lab.hook.runTo(40);
  expect(await lab.hook.whenSettled()).toMatchObject({ status: "finished", step: 40 });
  await expect(lab.hook.waitForStep(41)).rejects.toThrow("Step 41 is not reached: it is finished at step 40");
});

/** A run with a live move, and with the views open that are measured beside it: its state and its picture. */
async function takeRun(lab: ExperimentPage) {
  await lab.open("task=sine&opt=apo-p,sgdm,kfac&steps=70&backend=wasm&views=gap,ledger,effect,lookahead,spectrum");
  await lab.hook.runTo(20);
  await lab.hook.set("lf", 7);
  await lab.playButton.click();
  await lab.isAtRest(70);
  await lab.hook.whenSettled();
  await showArticle(lab); // whether it was near the window before the views had their height is a matter of time
  await lab.page.evaluate(() => scrollTo(0, 0));
  return { state: await lab.state(), picture: await lab.page.screenshot({ fullPage: true }) };
}

/** Test ids that this page has no place for: at rest, of other tasks and views, of a phone. */
const NOT_HERE = [
  "transport-pause",
  "transport-controls",
  "chart-accuracy",
  "chart-network",
  "chart-landscape",
  "chart-map",
];

test("two runs of a page for tests have equal states and equal pictures", async ({ lab }) => {
  const first = await takeRun(lab);
  const second = await takeRun(lab);
  expect(second.state).toEqual(first.state);
  expect(second.picture.equals(first.picture), "pictures").toBe(true);
  const ids = await testIdsOf(lab.frame);
  const missing = KNOWN_TEST_IDS.filter((id) => !ids.includes(id));
  expect(missing, "test ids of what is not on this page").toEqual(NOT_HERE);
  expect([...new Set(ids)].filter((id) => !KNOWN_TEST_IDS.includes(id)).toSorted()).toEqual([
    "slider-picture.lambdaFsd",
    "slider-picture.lambdaWsd",
    "slider-picture.theta1",
    "slider-picture.theta2",
  ]);
  expect(ids, "each of one element").toHaveLength(new Set(ids).size);
  for (const { columns, cost, spectra } of first.state.runs) {
    expect(columns.seconds.every((second) => second === null)).toBe(true);
    expect(cost?.msPerStep).toBeNull();
    expect(spectra.map(({ step }) => step)).toEqual([0, 20, 50, 70]);
  }
  const gaps = first.state.runs.map(({ columns }) => columns.proximalDistance.filter((gap) => gap !== null).length);
  expect(Math.min(...gaps)).toBeGreaterThan(0);
});
