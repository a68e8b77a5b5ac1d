import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { expectSavedAlike } from "./savedFigure";
import { SweepMapPage } from "./sweepMapPage";
import { relativeDifference, runOf, valuesOf } from "./testState";

/** Loss and η at the end of the page's own run of APO-P, which is played from step 0. */
async function ownRun(lab: ExperimentPage) {
  await lab.playToTheEnd();
  const state = await lab.state();
  const { hyperparams, evaluations } = runOf(state, "apo-p");
  const { lambdaFsd, lambdaWsd } = hyperparams;
  const [loss, rate] = [evaluations.at(-1)?.trainLoss, valuesOf(state, "apo-p", "learningRate").at(-1)];
  return { lambdaFsd, lambdaWsd, loss: Number(loss), rate: Number(rate) };
}

test("a cell holds what the page's own run comes to with its prices, and the point over the map moves both sliders", async ({
  lab,
}) => {
  const map = new SweepMapPage(lab);
  await lab.open("task=linear&opt=apo-p,sgdm&steps=20&views=sweepMap");
  const cells = await map.computeAll();
  expect(cells).toHaveLength(48);
  expect(await map.state()).toMatchObject({
    status: "done",
    stale: null,
    made: { task: "linear", seed: 7, steps: 20 },
  });
  const cellAt = (lambdaFsd: number, lambdaWsd: number) => {
    const found = cells.find((cell) => cell.lambdaFsd === lambdaFsd && cell.lambdaWsd === lambdaWsd);
    return { loss: Number(found?.finalLoss), rate: Number(found?.learningRate) };
  };

  // as a screen reader moves it: by cells, not along the numbers
  await map.lambdaFsd.fill("2");
  const third = [...new Set(cells.map(({ lambdaFsd }) => lambdaFsd))].toSorted((a, b) => a - b)[2];
  expect(Number(await lab.slider("λ_FSD").getAttribute("aria-valuetext"))).toBe(third);
  await map.press(10, 1);
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "10");
  await expect(lab.slider("λ_WSD")).toHaveAttribute("aria-valuetext", "1.0");
  const pressed = await ownRun(lab);
  await lab.resetButton.click();
  await lab.isAtRest(0);
  await map.lambdaFsd.press("ArrowLeft");
  await map.lambdaFsd.press("ArrowLeft");
  await map.lambdaFsd.press("ArrowUp");
  await expect(map.lambdaWsd).toBeFocused();
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "0.10");
  await expect(lab.slider("λ_WSD")).toHaveAttribute("aria-valuetext", "10");
  const moved = await ownRun(lab);
  for (const own of [pressed, moved]) {
    const cell = cellAt(own.lambdaFsd, own.lambdaWsd);
    expect(relativeDifference(cell.loss, own.loss), JSON.stringify({ cell, own })).toBeLessThanOrEqual(1e-6);
    expect(relativeDifference(cell.rate, own.rate), JSON.stringify({ cell, own })).toBeLessThanOrEqual(1e-6);
  }
  expect(relativeDifference(pressed.loss, moved.loss)).toBeGreaterThan(1e-3); // not the same number twice

  await lab.resetButton.click();
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  await map.drag([moved.lambdaFsd, moved.lambdaWsd], [10, 1], { x: 0.5, y: -0.5 });
  await lab.takeSteps(1);
  // From a cell to the corner between four, half way on both axes: 10^1.5 and 10^0.5, to a pixel
  const { interventions } = await lab.state();
  expect(interventions.map(({ step, run, name, from }) => ({ step, run, name, from }))).toEqual([
    { step: 1, run: "apo-p", name: "lambdaFsd", from: moved.lambdaFsd },
    { step: 1, run: "apo-p", name: "lambdaWsd", from: moved.lambdaWsd },
  ]);
  expect(Math.log10(Number(interventions[0]?.value))).toBeCloseTo(1.5, 1);
  expect(Math.log10(Number(interventions[1]?.value))).toBeCloseTo(0.5, 1);

  await map.pointAt(100, 0);
  await expect(map.readout).toContainText(
    `loss ${cellAt(100, 0).loss.toPrecision(4)}, η ${cellAt(100, 0).rate.toPrecision(3)}`,
  );
  const least = Math.min(...cells.map(({ finalLoss }) => Number(finalLoss)));
  await expect(map.summary).toContainText(`Lowest mean training loss ${least.toPrecision(4)} at `);
  await expect(map.table.getByRole("row").nth(1).getByRole("cell").first()).toContainText(
    cellAt(0, 0).loss.toPrecision(4),
  );
  await map.shows("η").check();
  expect((await map.state()).shows).toBe("learningRate");
  await expectSavedAlike(map.figure, "the trained map");
  expect(await map.seriousFaults()).toEqual([]);
});

test("a map is computed while the race trains, can be cancelled, and is named when the page shows something else", async ({
  lab,
}) => {
  const map = new SweepMapPage(lab);
  await lab.open("task=linear&opt=apo-p,sgdm&steps=20000&speed=25&views=sweepMap");
  await map.stepsChoice.selectOption("200 steps each");
  await map.compute.click();
  await lab.playButton.click();
  await expect(map.progress).toBeVisible();
  await expect.poll(async () => (await map.state()).cells.length).toBeGreaterThan(0);
  const { status, step } = await lab.state();
  expect(status).toBe("running");
  await map.cancel.click();
  await expect(map.compute).toBeVisible();
  const sweeps = () => lab.page.workers().filter((worker) => worker.url().includes("sweep"));
  await expect.poll(sweeps).toEqual([]);
  await lab.reachesStep(step + 1);
  const { status: ended, cells, made } = await map.state();
  expect(ended).toBe("cancelled");
  expect(cells.length % 6).toBe(0);
  expect(cells.length).toBeLessThan(48);
  expect(made?.steps).toBe(200);

  await lab.pauseButton.click();
  await lab.newSeedButton.click();
  await lab.isAtRest(0);
  await expect(map.figure).toContainText("Made for Linear regression, seed 7");
  expect((await map.state()).cells).toEqual(cells);
  await lab.open("task=linear&opt=sgdm&steps=20&views=sweepMap");
  await expect(map.figure).toContainText("No APO run races");
});

test("the first preset's map is there recorded once its view opens, and the page trains the same cells", async ({
  lab,
}) => {
  const map = new SweepMapPage(lab);
  const asked: string[] = [];
  lab.page.on("request", (request) => asked.push(request.url()));
  const maps = () => asked.filter((url) => url.endsWith("/recorded/lambda-fsd-jump.map.json"));
  await lab.open("preset=lambda-fsd-jump&backend=wasm&views=none");
  await lab.isAtRest(0);
  expect(maps()).toEqual([]);
  await lab.frame.getByRole("button", { name: "Sweep map", exact: true }).click();
  await map.compute.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await map.state()).isRecorded).toBe(true);
  expect(maps()).toHaveLength(1);
  const { cells: recorded, made, stale } = await map.state();
  expect(recorded).toHaveLength(48);
  expect(stale).toBeNull();
  await expect(map.figure).toContainText(`after ${made?.steps} steps each, recorded, seed 7`);
  await expect(map.figure).toContainText("Equal colours: no further apart than seeds 7 to 11 put one cell");
  // so close that seeds do not tell them apart: one colour, and every cell is marked and named
  const colours = new Set(await map.figure.locator("rect[data-lambdas]").evaluateAll(fillsOf));
  const marked = await map.figure.locator(".map-cells rect.best:not(.under)").count();
  expect(colours.size).toBeLessThan(48);
  expect(marked).toBeGreaterThan(1);
  await expect(map.summary).toContainText(`${marked} cells are level with the least loss`);
  expect(await map.seriousFaults()).toEqual([]);

  const trained = await map.computeAll();
  expect(await map.state()).toMatchObject({ isRecorded: false, status: "done", made });
  for (const [index, cell] of trained.entries())
    expect(relativeDifference(Number(cell.finalLoss), Number(recorded[index]?.finalLoss))).toBeLessThanOrEqual(1e-6);
  await expect(map.figure).not.toContainText("recorded, seed 7");
  await expect(map.figure).toContainText("Equal colours: no further apart than seeds 7 to 11 put one cell");
});

const fillsOf = (rects: Element[]) => rects.map((rect) => getComputedStyle(rect).fill);
