import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { testIdsOf } from "./testIds";
import { runOf, trainedSoFar } from "./testState";

const LINK = "embed=1&task=sine&opt=apo-p,sgdm&seed=5&lf=0.5&steps=40&test=1";

test("the embed fits an iframe of 640×420, trains there, and leads to the full page in the same state", async ({
  page,
  context,
}) => {
  const host = `<!doctype html><title>A post</title><iframe src="./?${LINK}" width="640" height="420"></iframe>`;
  await page.route("**/post.html", (route) => route.fulfill({ contentType: "text/html", body: host }));
  await page.goto("./post.html");
  const frame = page.frame({ url: /embed=1/ });
  const lab = new ExperimentPage(frame ?? page.mainFrame());
  await lab.isAtRest(0);
  expect(await overflowOf(lab.frame)).toEqual({ width: 0, height: 0 });
  // no worker stands behind it yet: nobody waits for one, and what is run to starts it
  expect(await lab.hook.whenReady()).toMatchObject({ status: "idle", step: 0 });
  expect(await lab.hook.whenSettled()).toMatchObject({ status: "idle", step: 0 });
  expect(page.workers()).toEqual([]);
  expect(await lab.hook.runTo(1)).toMatchObject({ status: "paused", step: 1 });
  expect((await lab.hook.whenSettled()).pending).toEqual({ spectra: 0, fits: 0, charts: 0 });

  const [loss, objective] = await Promise.all([lab.loss, lab.objective].map(({ figure }) => figure.boundingBox()));
  expect(loss?.y).toBe(objective?.y);
  expect(loss?.height).toBeGreaterThan(150);
  for (const control of [lab.playButton, lab.stepButton, lab.slider("λ_FSD"), lab.fullPageLink]) {
    await expect(control).toBeVisible();
  }
  await expect(lab.sliders).toHaveCount(1);
  const buttons = ["transport-play", "transport-step"];
  expect(await testIdsOf(lab.frame)).toEqual(["chart-loss", "chart-q", ...buttons, "slider-lambdaFsd", "step"]);

  await lab.takeSteps(1);
  await lab.slider("λ_FSD").press("End");
  await lab.takeSteps(1);
  const embedded = await lab.state();
  expect(runOf(embedded, "apo-p").hyperparams.lambdaFsd).toBe(100);
  await lab.playToTheEnd();
  await expect(lab.loss.figure).toContainText("APO-P");
  expect(await overflowOf(lab.frame)).toEqual({ width: 0, height: 0 });

  await expect(lab.fullPageLink).toHaveAttribute("href", /at=2/);
  const opened = context.waitForEvent("page");
  await lab.fullPageLink.click();
  const full = new ExperimentPage((await opened).mainFrame());
  await full.isAtRest(0);
  await expect(full.table).toBeVisible();
  const state = await full.state();
  expect(state).toMatchObject({ task: "sine", seed: 5, steps: 40, view: { layout: "page" } });
  expect(state.runs.map(({ run }) => run)).toEqual(["apo-p", "sgdm"]);
  expect(runOf(state, "apo-p").hyperparams.lambdaFsd).toBe(0.5);
  expect(state.scheduled).toEqual([{ step: 2, run: "apo-p", name: "lambdaFsd", value: 100 }]);
});

test("controls that a link leaves out are hidden, and what they stand at stays to be read, at 390 and 1280 pixels", async ({
  lab,
}) => {
  const readOut = lab.frame.locator(".embed-readouts");
  for (const [controls, shown, hidden] of [
    ["play,lf", ["λ_FSD"], ["λ_WSD", "K", "α"]],
    ["none", [], ["λ_FSD", "λ_WSD", "K", "α"]],
  ] as const) {
    await lab.page.setViewportSize({ width: 390, height: 600 });
    await lab.open(`embed=1&task=sine&opt=apo-p,sgdm&steps=20&lf=0.5&lw=0.25&k=3&alpha=0.02&controls=${controls}`);
    await lab.hook.runTo(7);
    for (const width of [390, 1280]) {
      await lab.page.setViewportSize({ width, height: 600 });
      for (const symbol of ["λ_FSD", "λ_WSD", "K", "α"])
        await expect(lab.slider(symbol)).toHaveCount((shown as readonly string[]).includes(symbol) ? 1 : 0);
      await expect(lab.playButton).toHaveCount(controls === "none" ? 0 : 1);
      await expect(lab.stepButton).toHaveCount(0);
      const texts: Record<string, string> = { λ_FSD: "λFSD 0.50", λ_WSD: "λWSD 0.25", K: "K 3", α: "α 0.020" };
      for (const symbol of hidden) await expect(readOut).toContainText(texts[symbol] ?? "");
      await expect(lab.stepCount).toHaveText("7");
      await expect(lab.stepCount).toBeInViewport();
      expect((await overflowOf(lab.frame)).width).toBe(0);
    }
  }
});

test("in a sandboxed frame, which has no origin, the embed trains as in any other, with a second worker where that pays", async ({
  page,
}) => {
  const open = async (link: string) => {
    const body = `<!doctype html><title>A post</title><iframe sandbox="allow-scripts" src="./?${link}&test=1" width="640" height="420"></iframe>`;
    await page.route("**/post.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("./post.html");
    const lab = new ExperimentPage(page.frame({ url: /test=1/ }) ?? page.mainFrame());
    await lab.isAtRest(0);
    await lab.takeSteps(1);
    return lab;
  };
  const lab = await open("embed=1&task=cars&opt=apo-p,sgdm&seed=5&steps=40");
  expect(await lab.frame.evaluate(() => self.origin)).toBe("null");
  await expect(lab.notices.getByRole("alert")).toHaveCount(0);
  await lab.slider("λ_FSD").press("End");
  await lab.playToTheEnd();
  const framed = await lab.state();

  await page.unroute("**/post.html");
  const alone = new ExperimentPage(page.mainFrame());
  await alone.open("task=cars&opt=apo-p,sgdm&seed=5&steps=40&at=1:lf=100");
  await alone.playToTheEnd();
  expect(trainedSoFar(framed)).toEqual(trainedSoFar(await alone.state()));

  await open("task=cifar10&images=500&batch=64&opt=sgdm,apo-p,kfac&backend=wasm&steps=4");
  const trainers = page.workers().filter((worker) => worker.url().includes("trainer"));
  expect(trainers, "a race over two workers").toHaveLength(2);
});
