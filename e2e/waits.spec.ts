import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { endWorker, hangWorker } from "./loseWorker";
import { trainedSoFar, valuesOf } from "./testState";
import { plantInTrainers, trainersOf } from "./trainers";

async function expectTrains(lab: ExperimentPage): Promise<void> {
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  const { runs } = await lab.state();
  for (const { run, columns } of runs) expect(columns.trainLoss, `losses of ${run}`).toHaveLength(1);
}

type Wait = (lab: ExperimentPage) => Promise<void>;

/** Waits in vain in several pages at once, the first of them this one. */
async function allAtOnce(lab: ExperimentPage, [first, ...others]: readonly [Wait, ...Wait[]]): Promise<void> {
  const beside = others.map(async (wait) => {
    const page = await lab.page.context().newPage();
    await wait(new ExperimentPage(page.mainFrame()));
    await page.close();
  });
  await Promise.all([first(lab), ...beside]);
}

async function gpuIsSilent(lab: ExperimentPage): Promise<void> {
  const silent = "{ requestAdapter: () => new Promise(() => {}) }";
  await plantInTrainers(lab, `Object.defineProperty(navigator, "gpu", { value: ${silent} })`);
  await lab.page.goto("./?task=sine&opt=sgdm&backend=webgpu&test=1");
  const waiting = lab.notice("Still waiting for the device");
  await expect(waiting).toContainText("Asking the browser for a GPU");
  await expect(waiting).toContainText("choose WASM as the device");
  await lab.device.selectOption("wasm");
  await expectTrains(lab);
  await expect(waiting).toBeHidden();

  await lab.device.selectOption("auto");
  await lab.isAtRest(0);
  await expect(lab.badge).toContainText("The browser did not answer about its GPU, so this runs on WASM.");
}

async function fileIsSilent(lab: ExperimentPage): Promise<void> {
  const letGo: (() => void)[] = [];
  await lab.page.route("**/*.wasm", async (route) => {
    await new Promise<void>((done) => letGo.push(done));
    await route.abort().catch(() => {}); // by then nobody asks any more
  });
  await lab.page.goto("./?task=sine&opt=sgdm&backend=wasm&test=1");
  await expect(lab.notice("Still waiting for the device")).toContainText("Starting WASM");
  await lab.page.unroute("**/*.wasm");
  await lab.resetButton.click();
  await expectTrains(lab);
  for (const done of letGo) done();
}

test("a GPU or a file that never answers is told of with a way on, and what is chosen next starts", async ({ lab }) => {
  await allAtOnce(lab, [gpuIsSilent, fileIsSilent]);
});

async function workerIsGone(lab: ExperimentPage): Promise<void> {
  await lab.open("task=sine&opt=sgdm,adam");
  await endWorker(trainersOf(lab)[0]);
  const silent = lab.notice("The training worker does not answer");
  await expect(silent).toContainText("Wait, or press Reset for a new worker");
  await lab.resetButton.click();
  await expect(silent).toBeHidden();
  await lab.takeSteps(3);
  const before = await lab.state();
  await endWorker(trainersOf(lab).at(-1));
  await expect(lab.notice("The training worker stopped answering; the race goes on")).toBeVisible();
  await lab.isAtRest(3);
  expect(trainedSoFar(await lab.state())).toEqual(trainedSoFar(before));
  await lab.takeSteps(1);
  await expect(lab.loss.valueOf("Adam")).toHaveText(/^\d/);
  expect(valuesOf(await lab.state(), "adam", "trainLoss").slice(0, 3)).toEqual(valuesOf(before, "adam", "trainLoss"));
}

async function workerHangs(lab: ExperimentPage): Promise<void> {
  await lab.open("task=sine&opt=sgdm,adam&steps=1000000&speed=25");
  await lab.playButton.click();
  await lab.reachesStep(2);
  await hangWorker(trainersOf(lab)[0]);
  await lab.pauseButton.click();
  await expect(lab.frame.getByRole("button", { name: "Pausing", exact: true })).toBeEnabled();
  await expect(lab.notice("The training worker stopped answering; the race goes on")).toBeVisible();
  expect((await lab.state()).step).toBeGreaterThan(1);
  await lab.task.selectOption("Two spirals");
  await expectTrains(lab);
}

async function secondWorkerIsGone(lab: ExperimentPage): Promise<void> {
  await lab.open("task=cifar10&images=500&batch=64&opt=sgdm,apo-p,kfac&backend=wasm&steps=4");
  const names = await Promise.all(trainersOf(lab).map((worker) => worker.evaluate(() => self.name)));
  const second = names.findIndex((name) => name !== ""); // the page names its own worker nothing
  expect(second, "a race over two workers").toBeGreaterThanOrEqual(0);
  await lab.takeSteps(1);
  const before = await lab.state();
  await endWorker(trainersOf(lab)[second]);
  await lab.stepButton.click();
  await expect(lab.notice("The second training worker does not answer")).toContainText("press Reset");
  await expect(lab.notice("Training stopped at step 1; the race goes on")).toContainText(
    "The second training worker stopped: nothing was heard of it for",
  );
  await lab.isAtRest(2); // the step that it was asked for
  const state = await lab.state();
  for (const { run } of before.runs)
    expect(valuesOf(state, run, "trainLoss")[0]).toBe(valuesOf(before, run, "trainLoss")[0]);
}

test("a training worker that is gone or hangs, or the second of a race, is told of, Pause answers, the charts stay, and any restart has new ones", async ({
  lab,
}) => {
  await allAtOnce(lab, [workerIsGone, workerHangs, secondWorkerIsGone]);
});

test.describe("the script of a view or a dialog", () => {
  test.use({ allowedErrors: [/Failed to load resource|dynamically imported module|net::ERR_FAILED/] });

  test("that does not come is told of, one that fails is, and both are fetched again", async ({ lab }) => {
    const { page, views } = lab;
    await lab.open("task=linear&opt=sgdm,adam&views=none");
    const letGo: (() => void)[] = [];
    await page.route("**/assets/LedgerView-*.js", async (route) => {
      await new Promise<void>((done) => letGo.push(done));
      await route.continue();
    });
    await views.toggle("Cost ledger").click();
    await expect(views.figure("Cost ledger")).toContainText("Its script is still on its way");
    for (const done of letGo) done();
    await expect(views.figure("Cost ledger").getByRole("row")).toHaveCount(3);

    await page.route("**/assets/GapView-*.js", (route) => route.abort());
    await views.toggle("Gap to the proximal step").click();
    const failed = lab.frame.getByRole("alert").filter({ hasText: "This figure cannot be drawn" });
    await expect(failed).toContainText("dynamically imported module");
    await page.unroute("**/assets/GapView-*.js");
    await failed.getByRole("button", { name: "Draw it again" }).click();
    await expect(views.figure("Gap to the proximal step")).toBeVisible();

    await page.route("**/assets/HelpBody-*.js", (route) => route.abort());
    await lab.keyboard.press("?");
    const help = lab.helpDialog.getByRole("alert").filter({ hasText: "This dialog cannot be drawn" });
    await expect(help).toContainText("dynamically imported module");
    await page.unroute("**/assets/HelpBody-*.js");
    await help.getByRole("button", { name: "Draw it again" }).click();
    await expect(lab.helpDialog.getByRole("group", { name: "Appearance" })).toBeVisible();
  });
});
