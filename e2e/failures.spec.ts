import { readFile } from "node:fs/promises";
import { breakTheWorker } from "./breakTheWorker";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { numbersOf, runOf, valuesOf } from "./testState";

test.use({ allowedErrors: [/Failed to load resource/, /planted/] });

/** After a failure the page is as good as before: another task is chosen, and trains. */
async function expectAnotherTaskTrains(lab: ExperimentPage): Promise<void> {
  await lab.task.selectOption("Two spirals");
  await lab.isAtRest(0);
  await lab.takeSteps(2);
  const state = await lab.state();
  expect(state).toMatchObject({ task: "spirals", status: "paused", step: 2 });
  for (const { run } of state.runs) expect(valuesOf(state, run, "trainLoss"), `losses of ${run}`).toHaveLength(2);
}

for (const { name, answer, title, detail } of [
  {
    name: "missing",
    answer: { status: 404, body: "Not found" },
    title: "data/cifar10/train_0.png cannot be read",
    detail: "the server answered 404",
  },
  {
    name: "not an image",
    answer: { status: 200, contentType: "image/png", body: "no pixels here" },
    title: "data/cifar10/train_0.png cannot be used",
    detail: "It is not a PNG image.",
  },
]) {
  test(`a data file that is ${name} is named with the remedy, and other tasks go on`, async ({ lab }) => {
    await lab.page.route("**/data/cifar10/train_0.png", (route) => route.fulfill(answer));
    await lab.open("task=cifar10&images=500&opt=sgdm,adam");
    await expect(lab.notice(title)).toContainText(detail);
    await expect(lab.notice(title)).toContainText("whoever runs the site can put its files there anew");
    expect((await lab.state()).status).toBe("failed");
    await expect(lab.playButton).toBeDisabled();
    await expectAnotherTaskTrains(lab);
  });
}

test("a corrupt list of data files is named, and works again once it is whole", async ({ lab }) => {
  const broken = (body: string) => lab.page.route("**/manifest.json", (route) => route.fulfill({ body }));
  await broken('{"dataset":"CIFAR-10"}');
  await lab.open("task=cifar10&images=500&batch=16&opt=sgdm");
  await expect(lab.notice("data/cifar10/manifest.json cannot be used")).toContainText("expected form");
  await lab.page.unroute("**/manifest.json");
  await lab.tryAgain();
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  expect(runOf(await lab.state(), "sgdm").columns.trainLoss[0]).toBeGreaterThan(1);
});

test("a training worker that does not start is said so, and can be tried again", async ({ lab }) => {
  await lab.page.route("**/trainer.worker-*.js", (route) => route.abort());
  await lab.open("task=sine&opt=sgdm");
  await expect(lab.notice("The training worker did not start")).toContainText("missing on the server");
  await expect(lab.playButton).toBeDisabled();
  await lab.page.unroute("**/trainer.worker-*.js");
  await lab.tryAgain();
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  await expect(lab.notice("The training worker did not start")).toBeHidden();
  await expectAnotherTaskTrains(lab);
});

test("a race that fails again and again takes the steps it was asked for, is left to the person with what has been trained, and goes on when it is asked to", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=sgdm,adam");
  await lab.takeSteps(3);
  const before = await lab.state();
  for (let failures = 1; failures <= 3; failures++) {
    await breakTheWorker(lab.page);
    await lab.stepButton.click();
    if (failures < 3) {
      await expect(lab.notice("the race goes on").last()).toContainText("planted");
      await lab.isAtRest(3 + failures);
    } else await expect.poll(async () => (await lab.state()).status).toBe("failed");
  }
  const failed = await lab.state();
  expect(numbersOf(failed, 3)).toEqual(numbersOf(before));
  await expect(lab.stepCount).toHaveText("5");
  await expect(lab.loss.stepShown).toHaveText("at 4");
  await expect(lab.loss.valueOf("Adam")).toHaveText(/^\d/);
  await expect(lab.notice("The race has failed 3 times in a short time")).toContainText("planted");
  const saving = lab.page.waitForEvent("download");
  await lab.frame.getByRole("button", { name: "Save the run", exact: true }).click();
  const saved = await (await saving).path();
  const { runs }: { runs: { run: string; columns: { trainLoss: number[] } }[] } = JSON.parse(
    await readFile(saved, "utf8"),
  );
  expect(runs.find(({ run }) => run === "adam")?.columns.trainLoss).toEqual(valuesOf(failed, "adam", "trainLoss"));

  await lab.tryAgain();
  await lab.isAtRest(6);
  await lab.takeSteps(1);
  const { columns } = runOf(await lab.state(), "adam");
  expect(columns.step).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(columns.trainLoss.slice(0, 5)).toEqual(valuesOf(failed, "adam", "trainLoss"));
});

test("without WebGPU a wish for it runs on WASM, with a message", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&backend=webgpu");
  await expect(lab.notice("No WebGPU adapter")).toContainText("Choose Auto or WASM");
  await expect(lab.badge).toHaveText("WASM No WebGPU adapter here, so this runs on WASM.");
  expect((await lab.state()).backend).toBe("wasm");
  await lab.takeSteps(2);
  await lab.device.selectOption("auto");
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  await expect(lab.notice("No WebGPU adapter")).toBeHidden();
});

test("a run that diverges stops with quantity and step; the others go on", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&sgdm.learningRate=1000&steps=30");
  await lab.playToTheEnd();
  const state = await lab.state();
  const [sgdm, adam] = [runOf(state, "sgdm"), runOf(state, "adam")];
  expect([sgdm.status, adam.status]).toEqual(["diverged", "finished"]);
  expect(adam.columns.step).toHaveLength(30);
  expect(sgdm.columns.step.length).toBeLessThan(30);
  expect(sgdm.message).toMatch(new RegExp(`loss.* step ${sgdm.columns.step.at(-1)}\\b`));
  await expect(lab.rowOf("SGDm")).toContainText(sgdm.message ?? "?");
  await expect(lab.loss.valueOf("SGDm")).toHaveText("diverged");
  await expect(lab.loss.valueOf("Adam")).toHaveText(/^\d/);
  await expectAnotherTaskTrains(lab);
});
