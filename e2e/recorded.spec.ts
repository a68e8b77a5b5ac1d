import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { numbersOf } from "./testState";
import { scriptsAndColumns, watchWire } from "./wire";

/** A browser with nothing to compute with. */
async function withoutDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const gone = { get: () => undefined, configurable: true };
    Object.defineProperty(Navigator.prototype, "gpu", gone);
    for (const name of ["Worker", "WebAssembly"]) Object.defineProperty(globalThis, name, gone);
  });
}

test("with GPU, WebAssembly and workers gone, a recording plays in every figure, is scrubbed, and plays again", async ({
  page,
  lab,
}) => {
  await withoutDevices(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await lab.open("preset=lambda-fsd-jump&start=recorded&views=none");
  expect(await lab.state()).toMatchObject({ status: "finished", step: 600 });
  await expect(lab.loss.figure).toContainText("Recorded run");
  await expect(lab.badge.or(page.getByText(/nothing trains here/))).toContainText("Trained on WASM in node");
  for (const [width, step, kept] of [
    [390, 300, 288],
    [1280, 420, 416],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const chart of lab.charts) await expect(chart.figure.locator("path.curve, path").first()).toBeAttached();
    await lab.views.scrubber.fill(String(step));
    for (const chart of [lab.loss, lab.learningRate]) await expect(chart.stepShown).toHaveText(`at ${step}`);
    await expect(lab.spectrum.summary).toContainText(`at step ${kept}:`);
    await expect(lab.fit.summary).toContainText(`at step ${kept}`);
    await expect(lab.table).toHaveAccessibleName(new RegExp(`whole splits at step ${step}\\.`));
    expect(await overflowOf(lab.frame)).toMatchObject({ width: 0 });
  }

  await lab.views.scrubber.fill("590");
  await lab.playButton.click();
  await lab.isAtRest(600);
  const again = page.getByRole("button", { name: "Play again", exact: true });
  await again.click();
  await lab.reachesStep(1);
  await lab.pauseButton.click();
  const paused = await lab.state();
  expect(paused.status).toBe("paused");
  expect(paused.step).toBeLessThan(600);
  await lab.takeSteps(1);
  expect((await lab.state()).runs.map(({ columns }) => columns.trainLoss.length)).toEqual(
    Array.from({ length: 5 }, () => paused.step + 1),
  );
  expect(page.workers()).toEqual([]);
});

test("a slider moved in a recording trains on from the step shown, to the numbers of a run that was never recorded", async ({
  lab,
}) => {
  await lab.open("preset=lambda-fsd-jump&start=step:20&backend=wasm&views=none");
  expect(await lab.state()).toMatchObject({ status: "paused", step: 20, tensors: null });
  await lab.slider("λ_FSD").press("End");
  await lab.reachesStep(21);
  await lab.pauseButton.click();
  await lab.isAtRest();
  const moved = await lab.state();
  expect(moved).toMatchObject({ retraining: null, notices: [] });
  expect(moved.interventions[0]).toMatchObject({ step: 20, name: "lambdaFsd", value: 100 });
  const steps = moved.step;
  await expect.poll(() => new URL(lab.page.url()).search).not.toContain("start=");
  await lab.open(`preset=lambda-fsd-jump&backend=wasm&views=none&at=20:apo-lr.lf=100;250:apo-lr.lf=9;250:apo-p.lf=1`);
  await lab.playButton.click();
  await lab.reachesStep(steps);
  await lab.pauseButton.click();
  await lab.isAtRest();
  const live = numbersOf(await lab.state());
  for (const [run, columns] of Object.entries(numbersOf(moved)))
    for (const [name, values] of Object.entries(columns)) {
      const own = live[run]?.[name as keyof typeof columns] ?? [];
      expect(own.slice(0, steps), `${run} ${name}`).toEqual(values);
    }
});

test("an embed paints its recording from at most 110 KB, wakes at the first press without a worker, and trains when a slider moves", async ({
  page,
  lab,
}) => {
  const asked = watchWire(page);
  await page.setViewportSize({ width: 640, height: 420 });
  await page.goto("./?embed=1&preset=lambda-fsd-jump");
  await expect(lab.loss.figure).toContainText("Recorded run");
  await expect(lab.loss.figure.locator("path.curve").first()).toHaveAttribute("d", /.{200}/);
  await expect(lab.objective.figure.locator("path").first()).toHaveAttribute("d", /.{200}/);
  await page.waitForLoadState("networkidle");
  const before = scriptsAndColumns(asked);
  expect(before.names).toEqual([
    "AboveAxis.js",
    "EmbedReadouts.js",
    "index.js",
    "lambda-fsd-jump.json",
    "react.js",
    "rolldown-runtime.js",
    "showFigure.js",
    "tellSize.js",
  ]);
  expect(before.bytes).toBeLessThan(110_000);
  expect(page.workers()).toEqual([]);

  await lab.playButton.click();
  await expect(lab.pauseButton).toBeVisible();
  await lab.pauseButton.click();
  await expect(lab.playButton).toBeVisible();
  expect(asked.map(({ name }) => name)).toContain("lambda-fsd-jump.rest.json");
  expect(page.workers()).toEqual([]);
  await lab.slider("λ_FSD").press("End");
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
});

test("a run at an address is played as it was saved; one that is not there is told of, and the page trains", async ({
  page,
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=30");
  await lab.playToTheEnd();
  const download = page.waitForEvent("download");
  await lab.controls.getByRole("button", { name: "Save run", exact: true }).click();
  const path = await (await download).path();
  await page.route("**/runs/mine.json", (route) => route.fulfill({ path, contentType: "application/json" }));
  const saved = numbersOf(await lab.state());
  await lab.open("trace=runs/mine.json");
  expect(await lab.state()).toMatchObject({ status: "finished", step: 30, task: "sine" });
  expect(numbersOf(await lab.state())).toEqual(saved);
  await lab.playButton.click();
  await lab.isAtRest(30);
  expect(page.workers().filter((worker) => worker.url().includes("trainer"))).toEqual([]);
  await page.getByRole("button", { name: "Train it here" }).click();
  await lab.isAtRest();
  expect((await lab.state()).step).toBeLessThanOrEqual(30);
});

test.describe("without the run it asks for", () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test("a link says why, and its experiment trains as usual", async ({ lab }) => {
    await lab.open("trace=runs/none.json&task=sine&opt=sgdm&steps=5");
    await expect(lab.notice("runs/none.json is not found")).toContainText("status 404");
    await lab.playToTheEnd();
    await lab.open("task=sine&opt=sgdm&steps=5&start=recorded");
    await expect(lab.notice("There is no recording of this experiment")).toContainText("lambda-fsd-jump");
    await lab.playToTheEnd();
  });
});
