import type { ColumnName } from "../src/config/tables/metrics";
import { formatNumber } from "../src/store/words/format";
import { expect, test } from "./fixtures";
import { mean, relativeDifference, runOf, type TestRun } from "./testState";

const TITLE = "What your slider did";

/** Mean of a column over steps, where it has a value. */
function meanOf(run: TestRun, column: ColumnName, from: number, to: number, f = (value: number) => value): number {
  return mean(run.columns[column].slice(from, to).flatMap((value) => (value === null ? [] : f(value))));
}

test("the effect of a move is the difference of the columns over as many steps before and after it", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=60&lf=0.1&at=40:lf=10&views=effect");
  await lab.playToTheEnd();
  const state = await lab.state();
  const run = runOf(state, "apo-p");
  const [move] = state.effects;
  expect(move).toMatchObject({ run: "apo-p", name: "lambdaFsd", step: 40, from: 0.1, value: 10 });
  expect(move?.effect?.steps).toBe(20);
  const length = (wsd: number) => Math.sqrt(2 * wsd);
  const quantities = [
    ["learning rate η", "learningRate", "learningRate", undefined],
    ["trace of P", "preconditionerTrace", "preconditionerTrace", undefined],
    ["step length ‖θ′ − θ‖", "stepLength", "wsd", length],
    ["function change FSD", "functionChange", "fsd", undefined],
  ] as const;
  for (const [title, quantity, column, f] of quantities) {
    const before = meanOf(run, column, 20, 40, f);
    const after = meanOf(run, column, 40, 60, f);
    expect(relativeDifference(move?.effect?.before[quantity] ?? 0, before), `${quantity} before`).toBeLessThan(1e-9);
    expect(relativeDifference(move?.effect?.after[quantity] ?? 0, after), `${quantity} after`).toBeLessThan(1e-9);
    const texts = [before, after].map((value) => formatNumber(value));
    await expect.poll(async () => (await lab.views.rowOf(TITLE, title)).slice(0, 2)).toEqual(texts);
  }
  await expect(lab.views.figure(TITLE)).toContainText(
    /λFSD of APO-P went from 0\.10 to 10 at step 40; between 20 steps before and after, η .+; the function change FSD fell by \d+ %/,
  );
});

test("a step pointed at in any figure over steps is the step of all of them, the network's function and the spectrum too", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=60&lf=0.1&at=20:lf=10&views=effect,gap,spectrum");
  await lab.playToTheEnd();
  const figures = [
    ...lab.charts.map(({ figure }) => figure).slice(0, 3),
    ...[TITLE, "Gap to the proximal step", "Spectrum over time"].map((title) => lab.views.figure(title)),
  ];
  for (const [index, figure] of figures.entries()) {
    const plot = figure.locator(".plot");
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    await lab.page.mouse.move((box?.x ?? 0) + 0.22 * (box?.width ?? 0), (box?.y ?? 0) + 0.4 * (box?.height ?? 0));
    await expect(lab.loss.figure.locator("line.head"), `figure ${index}`).toHaveCount(1);
    const words = (await lab.loss.stepShown.textContent()) ?? "";
    const step = Number(words.slice(3));
    expect(step, `figure ${index}`).toBeLessThan(59);
    expect(step, `figure ${index}`).toBeGreaterThan(0);
    await expect(lab.learningRate.stepShown).toHaveText(words);
    await expect(lab.objective.stepShown).toHaveText(words);
    for (const view of figures.slice(3)) await expect(view.locator("line.head").first(), words).toBeAttached();
    await expect(lab.fit.figure).toContainText(new RegExp(`fits at step ${step}\\b|kept last before ${step}\\b`));
    await lab.page.mouse.move(4, 4);
    await expect(lab.loss.figure.locator("line.head")).toHaveCount(0);
  }
});

test("the ledger counts the passes that the columns hold, and follows K at once", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,kfac&steps=40&k=10&views=ledger");
  await lab.playToTheEnd();
  const state = await lab.state();
  const forward = mean(runOf(state, "apo-p").columns.forwardPasses.map(Number));
  const backward = mean(runOf(state, "apo-p").columns.backwardPasses.map(Number));
  expect([forward, backward]).toEqual([1.3, 1.1]);
  const cells = () => lab.views.rowOf("Cost ledger", "APO-P");
  expect((await cells()).slice(1, 6)).toEqual([
    "1.00 f + 1.00 b",
    "10",
    "0.30 f + 0.10 b",
    "1.30 f + 1.10 b",
    "1.30 f + 1.10 b",
  ]);
  const kfac = await lab.views.rowOf("Cost ledger", "KFAC");
  expect(kfac[5]).toBe(
    `${mean(runOf(state, "kfac").columns.forwardPasses.map(Number)).toFixed(2)} f + ${mean(runOf(state, "kfac").columns.backwardPasses.map(Number)).toFixed(2)} b`,
  );
  await lab.typeNumber("K", "2");
  await expect.poll(async () => (await cells())[4]).toBe("2.50 f + 1.50 b");
});
