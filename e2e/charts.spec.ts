import { formatNumber } from "../src/store/words/format";
import { expect, test } from "./fixtures";
import { relativeDifference, runOf, valuesOf } from "./testState";

const NAMES = { "apo-p": "APO-P", "apo-lr": "APO-η", sgdm: "SGDm", adam: "Adam", kfac: "KFAC" };
const RUNS = Object.entries(NAMES);

/** Digits that count: "0.01340" has four. */
function significantDigits(text: string): number {
  return text.replace(/e.*$/, "").replace(/\D/g, "").replace(/^0+/, "").length;
}

test("the charts have titled axes, and pointing at one reads all of them at that step", async ({ lab }) => {
  await lab.open("task=sine&steps=20&lw=0.01");
  await lab.playToTheEnd();
  const state = await lab.state();
  for (const chart of lab.charts) await expect(chart.figure).toBeVisible();
  for (const [chart, x, y] of [
    [lab.loss, "step", "loss"],
    [lab.learningRate, "step", "η"],
    [lab.objective, "step", "Q"],
  ] as const) {
    await expect(chart.axisTitle(x)).toBeVisible();
    await expect(chart.axisTitle(y)).toBeVisible();
    await expect(chart.stepShown).toHaveText("at 19");
  }
  await expect(lab.spectrum.axisTitle("eigenvalue")).toBeVisible();

  await lab.loss.pointAt(0.5);
  await expect(lab.loss.stepShown).not.toHaveText("at 19");
  const step = Number((await lab.loss.stepShown.textContent())?.slice(3));
  expect(step).toBeGreaterThan(5);
  expect(step).toBeLessThan(15);
  await expect(lab.learningRate.stepShown).toHaveText(`at ${step}`);
  await expect(lab.objective.stepShown).toHaveText(`at ${step}`);
  for (const [chart, column] of [
    [lab.loss, "trainLoss"],
    [lab.learningRate, "learningRate"],
  ] as const) {
    for (const [run, name] of RUNS) {
      const text = (await chart.valueOf(name).textContent()) ?? "";
      expect(significantDigits(text), `digits of ${name} ${text}`).toBeGreaterThanOrEqual(4);
      const exact = Number(runOf(state, run).columns[column][step]);
      expect(relativeDifference(Number(text), exact), `${column} of ${name}`).toBeLessThan(1e-3);
    }
  }
  await lab.objective.pointAt(0.2);
  await expect(lab.loss.stepShown).not.toHaveText(`at ${step}`);
  await lab.resetButton.hover();
  await expect(lab.loss.stepShown).toHaveText("at 19");
});

test("the three terms of the objective sum to Q at the λ that acted in each step, in the chart, its equation and every row", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=20&lw=0.5&lf=3");
  await lab.takeSteps(2);
  await lab.typeNumber("λ_FSD", "0.7");
  await lab.playToTheEnd();
  const { columns } = runOf(await lab.state(), "apo-p");
  const lambdaFsd = (row: number) => (row < 2 ? 3 : 0.7);
  const numbersAt = (row: number) =>
    [columns.objective, columns.objectiveLoss, columns.fsd, columns.wsd].map((column) => Number(column[row])) as [
      number,
      number,
      number,
      number,
    ];
  const rows = columns.objective.flatMap((q, row) => (q === null ? [] : [row]));
  expect(rows).toHaveLength(20); // K = 1
  for (const row of rows) {
    const [q, loss, fsd, wsd] = numbersAt(row);
    expect(relativeDifference(loss + lambdaFsd(row) * fsd + 0.5 * wsd, q)).toBeLessThan(1e-6);
    expect(fsd).toBeGreaterThan(0);
    expect(wsd).toBeGreaterThan(0);
  }
  for (const row of [19, 1]) {
    if (row < 19) await lab.views.scrubber.fill(String(row));
    await expect(lab.objective.stepShown).toHaveText(`at ${row}`);
    const [q, loss, fsd, wsd] = numbersAt(row);
    const short = (value: number) => formatNumber(value, 3);
    const factor = row < 2 ? "3.0" : "0.70";
    await expect(lab.objective.equation).toHaveText(
      `${short(q)} = ${short(loss)} + ${factor}·${short(fsd)} + 0.50·${short(wsd)}`,
    );
    const shown = ["loss", "λFSD FSD", "λWSD WSD", "raw FSD", "raw WSD"].map((term) => lab.objective.readValueOf(term));
    const four = [loss, lambdaFsd(row) * fsd, 0.5 * wsd, fsd, wsd];
    for (const [index, value] of (await Promise.all(shown)).entries()) {
      expect(relativeDifference(value, four[index] as number), `term ${index}`).toBeLessThan(1e-3); // four digits
    }
    expect(relativeDifference(Number(await lab.objective.total.textContent()), q)).toBeLessThan(1e-3);
  }
});

test("a run is taken off the charts and put back by mouse and by keyboard", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-lr,sgdm,adam&steps=5");
  await lab.playToTheEnd();
  await expect(lab.loss.valueOf("Adam")).toBeVisible();
  await lab.seriesToggle("Adam").click();
  await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "false");
  for (const chart of [lab.loss, lab.learningRate]) {
    await expect(chart.valueOf("Adam")).toBeHidden();
    await expect(chart.valueOf("SGDm")).toBeVisible();
  }
  await expect(lab.rowOf("Adam")).toBeVisible();
  expect((await lab.state()).view.hiddenRuns).toEqual(["adam"]);

  await lab.seriesToggle("APO-η").focus();
  await lab.keyboard.press("ArrowDown");
  await expect(lab.seriesToggle("SGDm")).toBeFocused();
  await lab.keyboard.press("Space");
  await expect(lab.loss.valueOf("SGDm")).toBeHidden();
  await lab.keyboard.press("ArrowDown");
  await lab.keyboard.press("Enter");
  await expect(lab.loss.valueOf("Adam")).toBeVisible();
  expect((await lab.state()).view.hiddenRuns).toEqual(["sgdm"]);
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await expect(lab.loss.text("Adam")).toBeVisible();
  await lab.seriesToggle("Adam").click();
  await expect(lab.loss.text("Adam")).toBeHidden();
  await lab.seriesToggle("Adam").press("Space");
  await expect(lab.loss.text("Adam")).toBeVisible();
});

test("the x-axis counts steps, epochs, seconds or gradient evaluations, and says which", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=20&clock=wall");
  await lab.playToTheEnd();
  const timeCharts = [lab.loss, lab.learningRate, lab.objective];
  await expect(lab.loss.tick("20")).toBeVisible();
  for (const [choice, title] of [
    ["epochs", "epoch"],
    ["seconds", "training time (s)"],
    ["gradient evaluations", "gradient evaluations"],
    ["steps", "step"],
  ] as const) {
    await lab.chartChoice(choice).click();
    await expect(lab.chartChoice(choice)).toBeChecked();
    for (const chart of timeCharts) await expect(chart.axisTitle(title)).toBeVisible();
  }
  // 256 points in batches of 64 are four steps an epoch.
  await lab.chartChoice("steps").focus();
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("Enter");
  await expect(lab.loss.tick("5")).toBeVisible();
  await expect(lab.loss.tick("20")).toBeHidden();
});

test("the loss chart shows either split, on a log or a straight axis", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&steps=20");
  await lab.playToTheEnd();
  await lab.chartChoice("test").click();
  await expect(lab.loss.text("Test loss")).toBeVisible();
  const evaluations = runOf(await lab.state(), "adam").evaluations;
  expect(evaluations.map(({ step }) => step)).toEqual([0, 10, 20]);
  const shown = await lab.loss.readValueOf("Adam");
  expect(relativeDifference(shown, Number(evaluations.at(-1)?.testLoss))).toBeLessThan(1e-3);
  await expect(lab.loss.tick("0")).toHaveCount(1); // of the x-axis; a log axis has no zero
  await lab.chartSwitch("log").click();
  await expect(lab.loss.tick("0")).toHaveCount(2);
});

test("every run shows the spectrum of its preconditioner, layer by layer", async ({ lab }) => {
  await lab.open("task=sine&steps=3");
  await lab.takeSteps(3);
  await expect.poll(async () => (await lab.state()).runs.every(({ spectra }) => spectra.at(-1)?.step === 3)).toBe(true);
  const state = await lab.state();
  for (const [run, name] of RUNS) {
    const layers = runOf(state, run).spectra.at(-1)?.layers ?? [];
    // The MLP 1-64-64-1 with biases: 64·2, 64·65 and 1·65 weights.
    expect(
      layers.map(({ dimension }) => dimension),
      `layers of ${name}`,
    ).toEqual([128, 4160, 65]);
    for (const { smallest, largest } of layers) {
      expect(Number(smallest)).toBeGreaterThanOrEqual(0);
      expect(Number(largest)).toBeGreaterThanOrEqual(Number(smallest));
    }
    await expect(lab.spectrum.keyOf(name)).toBeVisible();
  }
  const methods = (run: string) =>
    runOf(state, run)
      .spectra.at(-1)
      ?.layers.map(({ method }) => method);
  expect(methods("apo-p")).toEqual(["dense", "quadrature", "dense"]); // dense up to 512 weights
  expect(methods("kfac")).toEqual(["exact", "exact", "exact"]);
  const rate = valuesOf(state, "sgdm", "learningRate").at(-1);
  for (const layer of runOf(state, "sgdm").spectra.at(-1)?.layers ?? []) {
    expect(layer).toMatchObject({ smallest: rate, largest: rate }); // SGD's preconditioner is η itself
  }
  await expect(lab.spectrum.text(/^dense 2(, 64×65)?(, est\.)? ±\d+\.\d+ %$/)).toBeVisible();
  await expect(lab.spectrum.summary).toContainText("APO-P at step 3: dense layer 1 ");
});
