import { VIEW_IDS, VIEWS } from "../src/config/tables/views";
import { expectAccessible } from "./accessibilityFaults";
import { FitPage } from "./fitPage";
import { expect, test } from "./fixtures";
import { tabStopsOfTheFirstView } from "./look";
import { PicturePage } from "./picturePage";

test("the page has no serious accessibility fault, with a message, a stopped run and a dialog", async ({ lab }) => {
  await lab.open("task=sine&lf=abc&sgdm.learningRate=1000&steps=6");
  await lab.playToTheEnd();
  await expect(lab.notice('lf is "abc"')).toBeVisible();
  await expect(lab.rowOf("SGDm")).toContainText("step");
  await expectAccessible(lab.page, "the page");
  await lab.openSettings();
  await expectAccessible(lab.page, "the settings");
});

test("all views of what the optimizer decides have no serious accessibility fault, and say what they show", async ({
  lab,
}) => {
  await lab.open(`task=sine&opt=apo-p,sgdm&steps=12&at=6:lf=1&views=${VIEW_IDS.join(",")}`);
  await lab.playToTheEnd();
  await expectAccessible(lab.page, "all views on sine");
  for (const { title } of Object.values(VIEWS)) await expect(lab.views.figure(title)).toBeVisible();
  const figures = lab.frame.getByRole("figure");
  await expect(figures).toHaveCount(lab.charts.length + 2 + VIEW_IDS.length); // and the picture and the fit
  for (const figure of await figures.all()) {
    const title = (await figure.getAttribute("aria-label")) ?? "";
    const words = (await figure.getByRole("paragraph").allTextContents()).join(" ");
    expect(words.length, `words of ${title}`).toBeGreaterThan(60);
    // a map that is not computed yet has no numbers, and the picture has them in its words
    if (title !== VIEWS.sweepMap.title && title !== "The proximal step")
      await expect(figure.getByRole("table"), title).not.toHaveCount(0);
  }
});

test("the page on a phone has no serious accessibility fault, with the drawer open", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.open("task=cars&steps=5");
  await lab.playToTheEnd();
  await lab.openControls();
  await expect(lab.slider("λ_FSD")).toBeInViewport();
  await expectAccessible(lab.page, "the phone page");
});

test("reconstructed images have no serious accessibility fault", async ({ lab }) => {
  await lab.open("task=mnist-autoencoder&images=500&batch=16&opt=sgdm,adam&steps=2");
  await lab.playToTheEnd();
  await expect(new FitPage(lab).reconstructions("SGDm")).toBeVisible();
  await expectAccessible(lab.page, "the autoencoder's page");
});

test("the embed has no serious accessibility fault", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 640, height: 420 });
  await lab.open("task=sine&embed=1&steps=5");
  await lab.playToTheEnd();
  await expectAccessible(lab.page, "the embed");
});

test("at most 20 tab stops lead through the first view, and a skip link is the first", async ({ lab }) => {
  const link = "task=cifar10&images=500&batch=16&opt=apo-p,apo-lr,sgd,sgdm,adam,kfac";
  await lab.open(link);
  const withPicture = await tabStopsOfTheFirstView(lab.frame);
  expect(withPicture).toContain("θ in the picture, w₁");
  expect(withPicture.length, withPicture.join(" | ")).toBeLessThanOrEqual(20);
  await new PicturePage(lab.frame).fold.click();
  await lab.open(link);
  const stops = await tabStopsOfTheFirstView(lab.frame);
  expect(stops[0]).toBe("Skip to the article");
  expect(stops).toContain("Play");
  expect(stops).toContain("Step shown");
  expect(stops).toContain("λ_FSD");
  expect(new Set(stops).size).toBe(stops.length);
  expect(stops.length, stops.join(" | ")).toBeLessThanOrEqual(20);
});

test("every control and chart has the name that people and tests find it by", async ({ lab }) => {
  await lab.open("task=sine&speed=1");
  for (const control of [
    lab.playButton,
    lab.stepButton,
    lab.metaStepButton,
    lab.resetButton,
    lab.newSeedButton,
    lab.slider("λ_FSD"),
    lab.slider("λ_WSD"),
    lab.slider("K"),
    lab.slider("α"),
    lab.preset,
    lab.task,
    lab.device,
    lab.speed,
    lab.seed,
    lab.focusChoice("APO-P"),
    lab.focusChoice("APO-η"),
    ...lab.charts.map(({ figure }) => figure),
  ]) {
    await expect(control).toBeVisible(); // and there is exactly one of it
  }
  await expect(lab.sliders).toHaveCount(4);
  await lab.playButton.click();
  await expect(lab.pauseButton).toBeVisible();
  await lab.reachesStep(1);
  await lab.slider("K").press("End");
  await expect(lab.repeatMovesButton).toBeVisible();
  await expect(lab.buttonsWithName("Play")).toHaveCount(0);
  await lab.pauseButton.click();
  await expect(lab.buttonsWithName("Play")).toHaveCount(1);
  for (const name of ["Pause", "Reset", "New seed", "Meta-step"]) {
    await expect(lab.buttonsWithName(name)).toHaveCount(name === "Pause" ? 0 : 1);
  }
});
