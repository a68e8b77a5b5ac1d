import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../src/config/tables/optimizers";
import { overlappingTexts, smallTexts } from "../src/gallery/testing/textFaults";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { PicturePage } from "./picturePage";
import type { TestRun } from "./testState";

/** They find every step anew: nothing of theirs has eigenvalues to draw. */
const SOLVERS = ["natural-gradient", "hessian-free", "proximal-point"];
const SYMBOLS = ["λ_FSD", "λ_WSD", "K", "α"];

async function expectNoSidewaysScroll(lab: ExperimentPage): Promise<void> {
  // Charts follow a new width with the next frames.
  await expect.poll(async () => (await overflowOf(lab.frame)).width, "pixels beyond the right edge").toBe(0);
}

test("1280×800 shows four live sliders, the picture and its sliders, the charts of loss, Q and η before scrolling, and with the picture folded four charts whole", async ({
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  await lab.open("task=sine&steps=3");
  await lab.playToTheEnd();
  for (const symbol of SYMBOLS) await expect(lab.slider(symbol)).toBeInViewport({ ratio: 1 });
  for (const seen of [picture.figure, picture.lambdaFsd, picture.lambdaWsd, lab.loss.figure, lab.objective.figure])
    await expect(seen).toBeInViewport({ ratio: 1 });
  await expect(lab.learningRate.figure).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(lab);
  await picture.fold.click();
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

test("thirteen runs at 1280, 768 and 390 pixels: each is named in every figure, no text lies over another, and plots have their width", async ({
  lab,
}) => {
  await lab.open(`task=sine&opt=${OPTIMIZER_IDS}&steps=2&views=gap,effect,sweepMap`);
  await lab.playToTheEnd();
  const { runs } = await lab.state();
  await expect
    .poll(async () => (await lab.state()).runs.filter(({ spectra }) => spectra.at(-1)?.layers.length).length)
    .toBe(runs.length - SOLVERS.length);
  const names = (wanted: (run: TestRun) => boolean) =>
    runs.filter(wanted).map(({ run }) => OPTIMIZERS[run as OptimizerId].name);
  const all = names(() => true);
  const withRate = names(({ columns }) => columns.learningRate.some((rate) => rate !== null));
  const withSpectrum = names(({ run }) => !SOLVERS.includes(run));
  for (const [width, height] of [
    [1280, 800],
    [768, 1024],
    [390, 844],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(lab);
    for (const [figure, wanted] of [
      [lab.loss, all],
      [lab.fit, all],
      [lab.learningRate, withRate],
      [lab.spectrum, withSpectrum],
    ] as const) {
      await expect.poll(async () => (await figure.namedRuns()).sort(), `${width} px`).toEqual(wanted.toSorted());
    }
    for (const chart of [lab.loss, lab.objective, lab.learningRate, lab.fit])
      expect(await chart.plotShare(), `share at ${width} px`).toBeGreaterThan(0.6);
    expect(await lab.frame.evaluate(overlappingTexts), `${width} px`).toEqual([]);
    expect(await lab.frame.evaluate(smallTexts, "body"), `${width} px`).toEqual([]);
  }
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  await new PicturePage(lab.frame).fold.click(); // beside it the loss has room for all
  await lab.loss.rest.focus();
  await lab.keyboard.press("Enter");
  await expect(lab.loss.restOfRuns).toBeInViewport({ ratio: 1 });
  await lab.keyboard.press("Escape");
  await expect(lab.loss.restOfRuns).toBeHidden();
  await expect(lab.loss.rest).toBeFocused();
});

test("nothing sticks out sideways at 1920, 1024 and 768 pixels", async ({ lab }) => {
  await lab.open("task=spirals&steps=2");
  await lab.playToTheEnd();
  for (const width of [1920, 1024, 768]) {
    await lab.page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(lab);
  }
});

test("the bar's menus show their whole words, and a step of four digits moves no button", async ({ lab }) => {
  await lab.open("task=linear&opt=sgdm&steps=1001");
  const cut = () =>
    [...document.querySelectorAll<HTMLSelectElement>(".bar select")].flatMap((menu) => {
      const style = getComputedStyle(menu);
      const pen = new OffscreenCanvas(1, 1).getContext("2d") as OffscreenCanvasRenderingContext2D;
      pen.font = style.font;
      const word = menu.selectedOptions[0]?.text ?? "";
      const room = menu.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return pen.measureText(word).width > room ? [word] : [];
    });
  for (const width of [981, 1120, 1280, 1359, 1920]) {
    await lab.page.setViewportSize({ width, height: 800 });
    expect(await lab.page.evaluate(cut), `${width} pixels`).toEqual([]);
  }
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  const reset = lab.page.getByRole("button", { name: "Reset", exact: true });
  const before = await reset.boundingBox();
  await lab.playToTheEnd();
  await expect(lab.page.getByTestId("step")).toHaveText("1001");
  expect(await reset.boundingBox()).toEqual(before);
});
