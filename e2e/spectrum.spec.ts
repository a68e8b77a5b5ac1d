import { accessibilityFaults } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { SpectrumPage } from "./spectrumPage";
import { mean, relativeDifference, runOf, type TestRun, type TestState, valuesOf } from "./testState";

const IDEAL = "ideal (H + λFSD G + λWSD I)⁻¹";
const LINEARISED = "linearised (λFSD G + λWSD I)⁻¹";
const KAPPA = 50;
/** Eigenvalues of E[xxᵀ] on `linear`, log-spaced from 1 to 1/κ, so that those of an inverse ascend. */
const H = Array.from({ length: 8 }, (_, i) => KAPPA ** (-i / 7));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Whether every run has a spectrum of this step: where states come faster than they are analysed, the newest wins. */
const measuredAt = (state: TestState, step: number) => state.runs.every((run) => run.spectrum?.step === step);

/** Largest relative difference of two lists. */
function farthest(values: readonly number[] | null | undefined, expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return Math.max(...expected.map((value, i) => relativeDifference(values?.[i] ?? Number.NaN, value)));
}

test("on linear regression the overlays are the two closed forms at the λ that acted, and the numbers those of P", async ({
  lab,
}) => {
  const view = new SpectrumPage(lab);
  await lab.open(`task=linear&opt=apo-p,sgd&steps=31&kappa=${KAPPA}&lf=2&lw=0.1&views=spectrum`);
  await expect.poll(async () => measuredAt(await lab.state(), 0)).toBe(true);
  await lab.takeSteps(30);
  const check = async (lambdaFsd: number) => {
    const exact = H.map((h) => 1 / ((1 + lambdaFsd) * h + 0.1));
    const linearised = H.map((h) => 1 / (lambdaFsd * h + 0.1));
    const { ideal } = await lab.state();
    expect(ideal).toMatchObject({ run: "apo-p", lambdaFsd, lambdaWsd: 0.1, why: null });
    expect(farthest(ideal.layers[0]?.exact, exact)).toBeLessThan(0.02);
    expect(farthest(ideal.layers[0]?.linearised, linearised)).toBeLessThan(0.02);
    for (const [name, values] of [
      [IDEAL, exact],
      [LINEARISED, linearised],
    ] as const) {
      await expect
        .poll(async () => relativeDifference((await view.numbersOf(name)).largest, Math.max(...values)))
        .toBeLessThan(0.02);
      const row = await view.numbersOf(name);
      expect(relativeDifference(row.smallest, Math.min(...values)), name).toBeLessThan(0.02);
      expect(relativeDifference(row.trace, sum(values)), name).toBeLessThan(0.02);
    }
  };
  await check(2);
  await lab.typeNumber("λ_FSD", "0.5");
  await expect(lab.controls).toContainText("2.0 acted in step 29");
  await check(2);
  await lab.takeSteps(1);
  await check(0.5);

  await lab.hook.whenSettled();
  const state = await lab.state();
  const spectrum = runOf(state, "apo-p").spectrum?.layers[0]?.eigenvalues ?? [];
  expect(spectrum).toHaveLength(8);
  const trace = sum(spectrum);
  // The trace of the P that acted in the last step, measured on the training path.
  expect(relativeDifference(trace, valuesOf(state, "apo-p", "preconditionerTrace").at(-1) ?? 0)).toBeLessThan(1e-4);
  await expect.poll(async () => relativeDifference((await view.numbersOf("APO-P")).trace, trace)).toBeLessThan(1e-3);
  const row = await view.numbersOf("APO-P");
  const condition = Math.max(...spectrum) / Math.min(...spectrum);
  expect(condition).toBeGreaterThan(1.5);
  expect(relativeDifference(row.conditionNumber, condition)).toBeLessThan(1e-3);
  expect(row.known).toBe("exact");
  expect(await view.numbersOf("SGD")).toMatchObject({ conditionNumber: 1, known: "exact" });

  // P starts as η₀ I.
  const rate = valuesOf(state, "sgd", "learningRate")[0] ?? 0;
  const start = Number(runOf(state, "apo-p").hyperparams.learningRate);
  expect(Math.abs(Math.log10((await view.strongestAtTheStart()) / start))).toBeLessThan(0.1);
  await lab.views.scrubber.fill("0");
  await expect(view.chart.figure).toContainText("at step 0");
  expect(await view.numbersOf("APO-P")).toMatchObject({ conditionNumber: 1 });
  expect(relativeDifference((await view.numbersOf("APO-P")).trace, 8 * start)).toBeLessThan(1e-3);
  expect(relativeDifference((await view.numbersOf("SGD")).trace, 8 * rate)).toBeLessThan(1e-3);
  // In step 0 the starting λ acted.
  expect((await lab.state()).ideal).toMatchObject({ lambdaFsd: 2 });
});

/** Mean eigenvalue times dimension, from the weighted values. */
function traceOf(run: TestRun, layer: number): number {
  const { eigenvalues = [], weights = [], dimension = 0 } = run.spectrum?.layers[layer] ?? {};
  return dimension * sum(eigenvalues.map((value, i) => value * (weights[i] ?? 0)));
}

test("all layers together have the trace of P, each layer its share, and what has no closed form or spectrum says why", async ({
  lab,
}) => {
  const view = new SpectrumPage(lab);
  await lab.open("task=sine&opt=apo-p,kfac,hessian-free&steps=4&views=spectrum");
  await lab.playToTheEnd();
  await expect.poll(async () => measuredAt(await lab.state(), 4)).toBe(true);
  const state = await lab.state();
  const run = runOf(state, "apo-p");
  const traces = [0, 1, 2].map((layer) => traceOf(run, layer));
  await expect.poll(async () => (await view.numbersOf("APO-P")).trace / sum(traces)).toBeCloseTo(1, 3);
  const exact = valuesOf(state, "apo-p", "preconditionerTrace").at(-1) ?? 0;
  expect(relativeDifference(sum(traces), exact)).toBeLessThan(0.03);
  expect((await view.numbersOf("APO-P")).known).toMatch(/^estimate ±\d+\.\d+ %$/);
  await expect.poll(async () => (await view.numbersOf("KFAC")).known).toBe("exact"); // its spectrum comes after the first
  await expect(view.chart.figure).toContainText("Hessian-free finds every step anew");
  await expect(view.chart.figure).toContainText("Choose the task Linear regression");
  expect(state.ideal.layers).toEqual([]);
  for (const axis of ["eigenvalue", "step", "share, sorted"])
    await expect(view.chart.axisTitle(axis).first()).toBeVisible();

  expect(await accessibilityFaults(lab.page, ".spectrum-time")).toEqual([]);

  await view.layer("all layers").focus();
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("Enter");
  await expect(view.layer("dense layer 1")).toHaveAttribute("aria-pressed", "true");
  expect((await lab.state()).view.spectrumLayer).toBe("dense1");
  await expect.poll(async () => (await view.numbersOf("APO-P")).trace / (traces[0] ?? 0)).toBeCloseTo(1, 3);
  expect((await view.numbersOf("APO-P")).known).toBe("exact"); // 128 weights
  const mine = run.spectrum?.layers[0]?.eigenvalues ?? [];
  expect(relativeDifference(mean(mine) * 128, (await view.numbersOf("APO-P")).trace)).toBeLessThan(1e-3);
});
