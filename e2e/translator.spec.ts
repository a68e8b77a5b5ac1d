import { VIEW_IDS, VIEWS } from "../src/config/tables/views";
import { CsvPage } from "./csvPage";
import { expect, test } from "./fixtures";
import { LookaheadPage } from "./lookaheadPage";
import { lostTextsOf, translatePages } from "./pageTranslator";

test.use({ actionTimeout: 30_000 });

test("under a page translator the page is used as ever: nothing throws, and every text that changes is seen", async ({
  page,
  lab,
}) => {
  await translatePages(page);
  await lab.open(`task=sine&opt=apo-p,apo-lr,sgdm&grid=1&baseOptimizer=sgd&views=${VIEW_IDS.join()}`);
  expect(await page.locator("font > font").count()).toBeGreaterThan(50);
  await lab.takeSteps(2);
  await expect(lab.stepCount).toHaveText("2");
  await lab.typeNumber("λ_FSD", "30");
  await lab.takeSteps(2);
  await expect(lab.stepCount).toHaveText("4");
  await expect(lab.loss.stepShown).toHaveText("at 3");
  await expect(lab.controls).toContainText("; was ");

  await lab.views.scrubber.fill("2");
  await expect(lab.frame.locator("output", { hasText: "step" })).toHaveText("step 2");
  await lab.views.scrubber.press("ArrowLeft");
  await expect(lab.frame.locator("output", { hasText: "step" })).toHaveText("step 1");
  await lab.views.latestButton.click();
  for (const id of VIEW_IDS) await lab.views.toggle(VIEWS[id].title).click();
  for (const id of VIEW_IDS) await lab.views.toggle(VIEWS[id].title).click();

  const { walkButton, walk, next, takeStep } = new LookaheadPage(lab);
  await walkButton.click();
  for (let stage = 2; stage <= 5; stage++) {
    await next.click();
    await expect(walk.getByRole("heading")).toContainText(`${stage} · `);
  }
  await takeStep.click();
  await lab.isAtRest(5);
  await lab.keyboard.press("Escape");

  expect(await lostTextsOf(page)).toEqual([]);
  await lab.chartChoice("test").click();
  await lab.chartSwitch("log").click();
  await lab.seriesToggle("SGDm").first().click();
  await lab.copyLinkButton.click();
  await lab.openSettings();
  await lab.openSettingsOf("SGDm");
  await lab.typeSetting("Learning rate", "0.02");
  await lab.isAtRest(0);
  await lab.methodBox("Adam").check();
  await lab.isAtRest(0);
  await lab.methodBox("APO-P").uncheck();
  await lab.isAtRest(0);
  await lab.keyboard.press("Escape");
  await expect(lab.rowOf("Adam")).toBeVisible();
  await lab.frame.getByRole("button", { name: "Help" }).click();
  await lab.helpDialog.getByRole("radio", { name: "dark" }).check();
  await lab.keyboard.press("Escape");

  await lab.task.selectOption("Linear regression");
  await lab.isAtRest(0);
  await lab.playButton.click();
  await lab.reachesStep(3);
  await lab.pauseButton.click();
  await expect(lab.playButton).toBeVisible();
  const { step } = await lab.state();
  await expect(lab.stepCount).toHaveText(String(step));
  await lab.task.selectOption("Two spirals");
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  await lab.task.selectOption("Your own CSV file");
  const csv = new CsvPage(lab);
  await csv.choose(csv.picker, { name: "bad.csv", text: "a,b\n1,2\n" });
  await expect(lab.notice("bad.csv has 1 row")).toBeVisible();
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${i * i}`);
  await csv.choose(csv.picker, { name: "good.csv", text: `a,b\n${rows.join("\n")}` });
  await expect(lab.controls).toContainText("good.csv");
  await lab.isAtRest(0);
  await page.setViewportSize({ width: 390, height: 800 });
  await lab.openControls();
  await lab.resetButton.click();
  await lab.isAtRest(0);
  await lab.takeSteps(1);

  expect(await lostTextsOf(page)).toEqual([]);
  await expect(lab.frame.getByText("cannot be drawn")).toHaveCount(0);
});

test.describe("what cannot be drawn", () => {
  test.use({ allowedErrors: [/planted/] });

  test("stands apart: the run goes on, is saved, and is there when it is drawn again", async ({ page, lab }) => {
    await lab.open("task=spirals&opt=sgdm,adam&views=none");
    await lab.takeSteps(2);
    await page.evaluate(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      Object.assign(window, { mend: () => Object.assign(HTMLCanvasElement.prototype, { getContext }) });
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error("planted");
      };
    });
    await lab.takeSteps(1);
    const stopped = lab.frame.getByRole("alert").filter({ hasText: "This figure cannot be drawn" });
    await expect(stopped).toContainText("planted. The run and the rest of the page go on.");
    await lab.takeSteps(1);
    await expect(lab.loss.stepShown).toHaveText("at 3");
    const downloading = page.waitForEvent("download");
    await stopped.getByRole("button", { name: "Save the run" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("apo-spirals-seed7-step4.trace.json");
    await page.evaluate(() => (window as unknown as { mend(): void }).mend());
    await stopped.getByRole("button", { name: "Draw it again" }).click();
    await expect(lab.fit.figure).toBeVisible();

    // and where the page itself breaks
    await lab.task.selectOption("Noisy sine");
    await lab.isAtRest(0);
    await lab.takeSteps(1);
    await page.evaluate(() => {
      const { removeChild } = Node.prototype;
      Node.prototype.removeChild = function <T extends Node>(child: T): T {
        if (!(child instanceof Element && child.matches(".notice"))) return removeChild.call(this, child) as T;
        Node.prototype.removeChild = removeChild;
        throw new Error("planted");
      };
    });
    await lab.dismiss("Restarted at step 0");
    const broken = lab.frame.getByRole("alert").filter({ hasText: "This page cannot be drawn" });
    await expect(broken).toContainText("The run is kept");
    await expect(lab.playButton).toHaveCount(0);
    await broken.getByRole("button", { name: "Draw it again" }).click();
    await expect(lab.stepCount).toHaveText("1");
    await lab.takeSteps(1);
    await expect(lab.loss.stepShown).toHaveText("at 1");
  });
});
