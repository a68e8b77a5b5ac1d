import { expect, test } from "./fixtures";
import { mean, runOf, valuesOf } from "./testState";

test("moving λ_FSD while it trains changes the run it belongs to, from a named step on", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,apo-lr,sgdm&speed=5");
  await lab.playButton.click();
  await lab.reachesStep(2);
  await lab.drag("λ_FSD", 1);
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "100");
  await expect.poll(async () => (await lab.state()).interventions.at(-1)?.value).toBe(100);
  await lab.pauseButton.click();
  await expect(lab.playButton).toBeVisible();

  const { interventions, runs, step } = await lab.state();
  const [first] = interventions;
  expect(first).toMatchObject({ run: "apo-p", name: "lambdaFsd", from: 3 });
  expect(first?.step).toBeGreaterThanOrEqual(2);
  expect(first?.step).toBeLessThanOrEqual(step);
  expect(interventions.every(({ run }) => run === "apo-p")).toBe(true);
  expect(runs.map(({ hyperparams }) => hyperparams.lambdaFsd)).toEqual([100, 0.19, expect.any(Number)]);
  for (const chart of [lab.loss, lab.learningRate, lab.objective]) {
    await expect(chart.text(/^λFSD\s.+ → 100$/)).toBeVisible();
  }
});

test("a number can be typed for a knob, and what is not allowed is mended with a message", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p");
  await lab.takeSteps(1);
  await lab.typeNumber("λ_FSD", "7.5");
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "7.5");
  await lab.slider("α").press("0");
  await lab.numberField("α").fill("0,02"); // with a comma, as half of Europe writes it
  await lab.numberField("α").press("Enter");
  await lab.typeNumber("λ_WSD", "-1");
  await expect(lab.notice("λ_WSD of APO-P is -1")).toContainText("0 to 1000000");
  await lab.typeNumber("K", "abc");
  await lab.takeSteps(1);

  const state = await lab.state();
  expect(state.interventions).toEqual([
    { step: 1, run: "apo-p", name: "lambdaFsd", from: 3, value: 7.5 },
    { step: 1, run: "apo-p", name: "metaLearningRate", from: 0.01, value: 0.02 },
  ]);
  const { lambdaFsd, lambdaWsd, metaUpdateInterval, metaLearningRate } = runOf(state, "apo-p").hyperparams;
  expect([lambdaFsd, lambdaWsd, metaUpdateInterval, metaLearningRate]).toEqual([7.5, 0, 1, 0.02]);
});

test("the choice above the sliders says whose values and ranges they have, and whom they move", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,apo-lr,sgdm");
  const symbols = ["λ_FSD", "λ_WSD", "K", "α"];
  const texts = () => Promise.all(symbols.map((symbol) => lab.slider(symbol).getAttribute("aria-valuetext")));
  const endsOf = async (symbol: string) => {
    const ends = [];
    for (const key of ["Home", "End"]) {
      await lab.slider(symbol).press(key);
      ends.push(Number(await lab.slider(symbol).getAttribute("aria-valuetext")));
    }
    return ends;
  };
  await expect(lab.focusChoice("APO-P")).toBeChecked();
  // The defaults of sine and the ranges of each method.
  expect((await texts()).map(Number)).toEqual([3, 0, 1, 0.01]);
  expect(await endsOf("α")).toEqual([0.001, 0.05]);
  await lab.focusChoice("APO-η").check();
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "0.19");
  expect((await texts()).map(Number)).toEqual([0.19, 0, 1, 0.039]);
  expect(await endsOf("α")).toEqual([0.01, 0.3]);

  await lab.slider("K").press("End");
  await lab.slider("K").press("Home");
  await lab.slider("λ_FSD").press("ArrowRight");
  const state = await lab.state();
  expect(runOf(state, "apo-lr").hyperparams.metaUpdateInterval).toBe(1);
  expect(runOf(state, "apo-lr").hyperparams.lambdaFsd).toBeGreaterThan(0.19);
  expect(runOf(state, "apo-p").hyperparams).toMatchObject({ metaUpdateInterval: 1, lambdaFsd: 3 });
  await lab.takeSteps(2);
  const after = await lab.state();
  expect(after.interventions).toEqual([]); // at step 0 a move is what the run starts with
  expect(runOf(after, "apo-lr").metaSteps).toBe(2);
});

test("λ_FSD raised from 0.1 to 100 at step 300 lowers η and the trace of P, in chart and state", async ({ lab }) => {
  test.setTimeout(300_000);
  // Twenty meta-updates after the move: 20 steps for APO-P with K = 1, 200 for APO-η with K = 10.
  await lab.open("task=sine&opt=apo-p,apo-p:moved&lf=0.1&k=1&steps=320&at=300:moved.lf=100");
  await lab.playToTheEnd();
  const learned = await lab.state();
  expect(learned.interventions).toEqual([{ step: 300, run: "moved", name: "lambdaFsd", from: 0.1, value: 100 }]);
  const traces = ["apo-p", "moved"].map((run) => valuesOf(learned, run, "preconditionerTrace"));
  const [still = [], moved = []] = traces;
  expect(moved.slice(0, 300)).toEqual(still.slice(0, 300));
  expect(Number(moved.at(-1)) / Number(still.at(-1))).toBeLessThanOrEqual(0.9);

  await lab.open(
    "task=sine&opt=apo-lr,apo-lr:moved&lf=0.1&k=10&alpha=0.2&baseOptimizer=sgd&learningRate=0.001&steps=500&at=300:moved.lf=100",
  );
  await lab.playToTheEnd();
  const rates = ["apo-lr", "moved"].map(async (run) => valuesOf(await lab.state(), run, "learningRate"));
  const [fixed = [], lowered = []] = await Promise.all(rates);
  expect(lowered.slice(0, 300)).toEqual(fixed.slice(0, 300));
  expect(Number(lowered.at(-1)) / Number(fixed.at(-1))).toBeLessThanOrEqual(0.6);
  expect(mean(lowered.slice(-50))).toBeLessThan(mean(fixed.slice(-50)));
  const shown = await lab.learningRate.readValueOf("APO-η 2");
  expect(shown / (await lab.learningRate.readValueOf("APO-η 1"))).toBeLessThanOrEqual(0.6);
});
