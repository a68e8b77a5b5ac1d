import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { FitPage } from "./fitPage";
import { expect, test } from "./fixtures";
import { expectSavedAlike } from "./savedFigure";
import { mean, runOf, valuesOf } from "./testState";

/** What a canvas shows, as text that changes with any pixel. */
const pixelsOf = (canvas: Locator) => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());

async function expectLossesToFall(lab: ExperimentPage, count: number): Promise<void> {
  const state = await lab.state();
  for (const { run } of state.runs) {
    const losses = valuesOf(state, run, "trainLoss");
    expect(losses).toHaveLength(count);
    expect(mean(losses.slice(-3)), `last three losses of ${run}`).toBeLessThan(0.9 * mean(losses.slice(0, 3)));
  }
}

test("digits are drawn again live, nearer to the input with every step, while loss and error fall", async ({ lab }) => {
  const fit = new FitPage(lab);
  await lab.open(
    "task=mnist-autoencoder&images=500&batch=32&opt=adam,sgdm&steps=15&adam.learningRate=0.01&sgdm.learningRate=0.005",
  );
  const names = ["Adam", "SGDm"];
  const before = new Map<string, { pixels: string; error: number }>();
  for (const name of names) {
    await expect(fit.error(name)).toHaveText(/^0\.\d+$/);
    before.set(name, { pixels: await pixelsOf(fit.reconstructions(name)), error: await fit.readError(name) });
  }
  await lab.playToTheEnd();
  for (const name of names) {
    const start = before.get(name);
    await expect.poll(() => fit.readError(name)).toBeLessThan(0.8 * (start?.error ?? 0));
    expect(await pixelsOf(fit.reconstructions(name))).not.toBe(start?.pixels);
  }
  expect(await pixelsOf(fit.reconstructions("Adam"))).not.toBe(await pixelsOf(fit.reconstructions("SGDm")));
  await expectLossesToFall(lab, 15);
  const { evaluations } = runOf(await lab.state(), "adam");
  expect(evaluations.at(-1)?.testMetric).toBeLessThan(Number(evaluations[0]?.testMetric));
  await expectSavedAlike(fit.figure, "reconstructions");
});

test("digits are classified by LeNet-5 or an MLP, as the link and the settings say", async ({ lab }) => {
  const fit = new FitPage(lab);
  await lab.open(
    "task=mnist&network=lenet&images=500&batch=16&opt=sgdm,adam&steps=20&sgdm.learningRate=0.02&adam.learningRate=0.003",
  );
  expect(runOf(await lab.state(), "adam").layers.map(({ shape }) => shape)).toEqual([
    [6, 26],
    [16, 151],
    [120, 257],
    [84, 121],
    [10, 85],
  ]);
  await lab.playToTheEnd();
  await expectLossesToFall(lab, 20);
  await expect(fit.row("Adam").getByRole("cell").first()).toHaveText(/^(right|wrong): \d$/);
  await expectSavedAlike(fit.figure, "images");

  await lab.openSettings();
  await fit.network.selectOption("MLP, one hidden layer of 100 tanh");
  await expect(lab.notice("Restarted at step 0")).toContainText("Network: MLP.");
  await lab.isAtRest(0);
  await lab.keyboard.press("Escape");
  const state = await lab.state();
  expect(state.taskOptions).toMatchObject({ network: "mlp", trainImages: 500 });
  expect(runOf(state, "adam").layers.map(({ shape }) => shape)).toEqual([
    [100, 785],
    [10, 101],
  ]);
  await lab.playToTheEnd();
  await expectLossesToFall(lab, 20);
});
