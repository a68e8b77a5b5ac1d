import type { Request } from "@playwright/test";
import { gzippedTar, smallArchive } from "../src/core/training/golden/smallArchive";
import { expectAccessible } from "./accessibilityFaults";
import { ArchivePage, type TestArchive } from "./archivePage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { runOf } from "./testState";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const NAME = "cifar-100-binary.tar.gz";
const HALF_READ = /^cifar-100-binary\.tar\.gz: \d\.\d MB of \d\.\d MB$/;
/** A run that goes on beside what is tested; at full speed it would take the processor from it. */
const RUNNING = "task=sine&opt=sgdm&steps=100000&speed=25&backend=wasm";
const LINK = "task=cifar100&opt=sgdm,adam&steps=6&batch=32&backend=wasm";

const archiveOf = async (perClass: { train: number; test: number }, name = NAME): Promise<TestArchive> => ({
  name,
  bytes: await smallArchive("cifar100", perClass),
});

for (const viewport of [DESK, PHONE]) {
  test(`an archive of a hundred classes is dropped, trained on, found again after a reload and deleted, at ${viewport.width} pixels`, async ({
    lab,
  }) => {
    const isPhone = viewport === PHONE;
    const archives = new ArchivePage(lab);
    const requests: Request[] = [];
    lab.page.context().on("request", (request) => requests.push(request));
    await lab.page.setViewportSize(viewport);
    await lab.open(LINK);
    await expect(archives.card).toContainText(NAME);
    await expect(archives.card).toContainText("The archive never leaves this browser.");
    await expectAccessible(lab.page, "the archive");
    expect((await overflowOf(lab.frame)).width).toBe(0);
    requests.length = 0;
    await archives.drop(await archiveOf({ train: 3, test: 2 }));
    await expect(archives.card).toBeHidden();
    await lab.isAtRest(0);
    await lab.playToTheEnd();
    const first = await lab.state();
    expect(first).toMatchObject({ task: "cifar100", step: 6 });
    const losses = runOf(first, "sgdm").columns.trainLoss;
    expect(losses).toHaveLength(6);
    expect(losses.every((loss) => loss !== null && Number.isFinite(loss))).toBe(true);
    if (isPhone) await lab.openControls();
    await expect(lab.controls).toContainText("has 300 training and 200 test images, 3 and 2 of each of 100 classes.");
    await expect(lab.controls).toContainText("All 300 are trained on.");
    await expect(archives.deleteButton).toHaveAccessibleName("Delete the archive, 2 MB");
    await expect(lab.controls).toContainText("Kept in this browser: 2 MB.");
    await expectAccessible(lab.page, "the archive");
    // its bytes are in no request
    expect(requests.filter((request) => request.method() !== "GET" || request.postData() !== null)).toEqual([]);

    await lab.page.reload();
    await lab.isAtRest();
    await expect.poll(async () => (await lab.state()).status).toBe("idle");
    await expect(archives.card).toBeHidden();
    await lab.playToTheEnd();
    expect(runOf(await lab.state(), "sgdm").columns.trainLoss).toEqual(losses);
    expect(await archives.keptFiles()).toHaveLength(3);

    if (isPhone) await lab.openControls();
    await archives.deleteButton.click();
    await archives.deleteForGood.click();
    await expect(archives.deleteButton).toBeHidden();
    await expect.poll(() => archives.keptFiles()).toEqual([]);
    expect((await lab.state()).step).toBe(6); // what was trained stays
    await lab.page.reload();
    await expect(archives.card).toContainText(NAME);
    await archives.choose(await archiveOf({ train: 4, test: 1 }));
    await lab.isAtRest(0);
    await lab.takeSteps(1);
    if (isPhone) await lab.openControls();
    await expect(lab.controls).toContainText("has 400 training and 100 test images");
  });

  test(`a file that is no archive of CIFAR gets its sentence, and the run goes on, at ${viewport.width} pixels`, async ({
    lab,
  }) => {
    const archives = new ArchivePage(lab);
    await lab.page.setViewportSize(viewport);
    await lab.open(RUNNING);
    await lab.playButton.click();
    await lab.reachesStep(5);
    const whole = await smallArchive("cifar100");
    const cases: [TestArchive, string, string][] = [
      [
        { name: "cifar-100-python.tar.gz", bytes: await gzippedTar([{ name: "cifar-100-python/train", body: "x" }]) },
        "cifar-100-python.tar.gz is the Python version of CIFAR-100",
        "Take cifar-100-binary.tar.gz",
      ],
      [
        { name: "photos.tar.gz", bytes: await gzippedTar([{ name: "a.jpg", body: "x" }]) },
        "photos.tar.gz is not an archive of CIFAR-10 or CIFAR-100",
        "Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz",
      ],
      [{ name: NAME, bytes: whole.slice(0, whole.length / 2) }, `${NAME} is cut short or damaged`, "Download it again"],
    ];
    for (const [file, title, remedy] of cases) {
      await archives.drop(file);
      await expect(lab.notice(title)).toContainText(remedy);
      await expect(archives.card).toBeHidden();
    }
    expect(await archives.keptFiles()).toEqual([]);
    const { step, status, task } = await lab.state();
    expect([status, task]).toEqual(["running", "sine"]);
    await lab.reachesStep(step + 5);
  });
}

test("the card for an archive is closed without a change, and a smaller race is the way round it", async ({ lab }) => {
  const archives = new ArchivePage(lab);
  await lab.open("task=sine&opt=sgdm&steps=20");
  await lab.takeSteps(1);
  await lab.task.selectOption("CIFAR-100");
  await expect(archives.card).toBeFocused();
  await lab.keyboard.press("Escape");
  await expect(archives.card).toBeHidden();
  expect(await lab.state()).toMatchObject({ task: "sine", step: 1 });

  await lab.open("task=cifar10&images=6000&opt=sgdm&steps=20&backend=wasm");
  await expect(archives.card).toContainText("cifar-10-binary.tar.gz");
  await archives.card.getByRole("button", { name: /^Train on the 5,000/ }).click();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ status: "idle", taskOptions: { trainImages: 5000 } });
});

test("an archive is read with its progress in sight while the run goes on, and is cancelled without a trace", async ({
  lab,
}) => {
  const archives = new ArchivePage(lab);
  await archives.holdReading();
  await lab.open(RUNNING);
  await lab.playButton.click();
  const archive = await archiveOf({ train: 2, test: 1 });
  for (const viewport of [DESK, PHONE]) {
    await lab.page.setViewportSize(viewport);
    await archives.drop(archive);
    await expect(archives.card).toHaveAccessibleName(`Reading ${NAME}`);
    await expect(archives.readSoFar).toHaveText(HALF_READ);
    const read = Number(await archives.progress.getAttribute("value"));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(1);
    expect((await overflowOf(lab.frame)).width).toBe(0);
    await expectAccessible(lab.page, "the archive");
    await lab.reachesStep((await lab.state()).step + 5);
    await archives.cancelButton.click();
    await expect(archives.card).toBeHidden();
    await expect.poll(() => archives.keptFiles()).toEqual([]);
    expect(await lab.state()).toMatchObject({ task: "sine", status: "running" });
  }
  await archives.drop(archive);
  await expect(archives.readSoFar).toHaveText(HALF_READ);
  await archives.letReadingGoOn();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ task: "cifar100", status: "idle" });
});

for (const viewport of [DESK, PHONE]) {
  test(`where the browser keeps no files the archive stays in memory, and the page says so, at ${viewport.width} pixels`, async ({
    lab,
  }) => {
    const archives = new ArchivePage(lab);
    await archives.denyFiles();
    await lab.page.setViewportSize(viewport);
    await lab.open(LINK);
    await archives.choose(await archiveOf({ train: 2, test: 1 }));
    await expect(lab.notice(`${NAME} is not kept`)).toContainText("It stays in memory until this page is closed");
    await lab.isAtRest(0);
    await lab.takeSteps(1);
    expect(await lab.state()).toMatchObject({ task: "cifar100", step: 1 });
    await lab.resetButton.click(); // a new worker reads the images from memory
    await lab.isAtRest(0);
    if (viewport === PHONE) await lab.openControls();
    await expect(lab.controls).toContainText(
      "In memory until this page is closed, as the browser keeps no files for it: 1 MB.",
    );
    await archives.deleteButton.click();
    await archives.deleteForGood.click();
    await expect(archives.deleteButton).toBeHidden();
  });
}

test("augmentation is a choice of the task, and changes what the runs see", async ({ lab }) => {
  await lab.open("task=cifar10&images=500&opt=sgdm&steps=4&batch=32&backend=wasm&seed=3");
  await lab.takeSteps(2);
  const plain = runOf(await lab.state(), "sgdm").columns.trainLoss;
  await lab.openSettings();
  await lab.settingsDialog.getByRole("combobox", { name: "Augmentation" }).selectOption("Crops and mirror images");
  await lab.isAtRest(0);
  await lab.keyboard.press("Escape");
  await lab.takeSteps(2);
  const state = await lab.state();
  expect(state.taskOptions).toMatchObject({ augment: "on" });
  const augmented = runOf(state, "sgdm").columns.trainLoss;
  expect(augmented).toHaveLength(2);
  expect(augmented).not.toEqual(plain);
  await expect.poll(() => lab.page.url()).toContain("augment=on");
});
