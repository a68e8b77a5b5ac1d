import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";

const SYMBOLS = ["λ_FSD", "λ_WSD", "K", "α"];

async function expectNoSidewaysScroll(lab: ExperimentPage): Promise<void> {
  // Charts follow a new width with the next frames.
  await expect.poll(async () => (await overflowOf(lab.frame)).width, "pixels beyond the right edge").toBe(0);
}

test("1280×800 shows four live sliders and four charts before scrolling", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  await lab.open("task=sine&steps=3");
  await lab.playToTheEnd();
  for (const symbol of SYMBOLS) await expect(lab.slider(symbol)).toBeInViewport({ ratio: 1 });
  for (const { figure } of lab.charts) await expect(figure).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(lab);
});

for (const task of ["sine", "cifar10", "mnist-autoencoder"]) {
  test(`390×844 has one column, the transport at the bottom and the controls in a drawer, on ${task}`, async ({
    lab,
  }) => {
    await lab.page.setViewportSize({ width: 390, height: 844 });
    await lab.open(`task=${task}&images=500&batch=16&steps=2&lf=abc`);
    await lab.playToTheEnd();
    await expectNoSidewaysScroll(lab);
    await lab.page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(lab);
    await lab.page.setViewportSize({ width: 390, height: 844 });
    const columns = await Promise.all(lab.charts.map(async ({ figure }) => (await figure.boundingBox())?.x));
    expect(new Set(columns).size).toBe(1);

    for (const where of ["top", "bottom"] as const) {
      await lab.scrollTo(where);
      for (const button of [lab.resetButton, lab.playButton, lab.stepButton, lab.metaStepButton, lab.controlsButton]) {
        await expect(button).toBeInViewport({ ratio: 1 });
        expect((await button.boundingBox())?.y).toBeGreaterThan(844 - 80);
      }
    }

    await expect(lab.slider("λ_FSD")).not.toBeInViewport();
    await lab.openControls();
    for (const symbol of SYMBOLS) await expect(lab.slider(symbol)).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(lab);
    await lab.slider("λ_FSD").press("End");
    await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "100");
    await lab.keyboard.press("Escape");
    await expect(lab.slider("λ_FSD")).not.toBeInViewport();
  });
}

test("nothing sticks out sideways at 1920, 1024 and 768 pixels", async ({ lab }) => {
  await lab.open("task=spirals&steps=2");
  await lab.playToTheEnd();
  for (const width of [1920, 1024, 768]) {
    await lab.page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(lab);
  }
});
