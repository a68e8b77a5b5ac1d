import { expect, test } from "./fixtures";
import { HostedFigure, trainersOf } from "./hostedFigure";
import { scriptsAndColumns, watchWire } from "./wire";

test("a recorded figure of a post needs no more than 110 KB and no worker until it is played, in its host's theme and at its own height", async ({
  page,
  host,
  baseURL,
}) => {
  const figure = '<apo-figure preset="lambda-fsd-jump" theme="host" controls="play,step,lf"><p>A race</p></apo-figure>';
  const html = `<!doctype html><title>A post</title><style>html { color-scheme: dark }</style><script type="module" src="${baseURL}apo-embed.js"></script>${figure}`;
  host.pages.set("/recorded.html", { html });
  const asked = watchWire(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${host.origin}/recorded.html`);
  const race = new HostedFigure(page, 0);
  await expect(race.play).toBeVisible();
  await expect(race.frame.locator(":root")).toHaveAttribute("data-theme", "dark");
  await page.waitForLoadState("networkidle");
  await expect.poll(() => race.overflow()).toEqual({ width: 0, height: 0 });
  const own = await race.height();
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect.poll(() => race.overflow()).toEqual({ width: 0, height: 0 });
  const before = scriptsAndColumns(asked);
  expect(before.names).not.toContain("lab.js");
  expect(before.names).not.toContain("lambda-fsd-jump.rest.json");
  expect(before.bytes).toBeLessThan(110_000);
  expect(page.workers()).toEqual([]);
  test.info().annotations.push({ type: "bytes before Play", description: String(before.bytes) });
  // a clicker turns the slide around it, and does not wake it
  await race.element.evaluate((element) =>
    element.addEventListener("keydown", (event) => {
      document.title = (event as KeyboardEvent).key;
    }),
  );
  await race.frame.locator(":root").evaluate(() => focus());
  for (const key of ["ArrowRight", "PageUp", "Home"]) {
    await page.keyboard.press(key);
    await expect(page).toHaveTitle(key);
  }
  expect(asked.map(({ name }) => name)).not.toContain("lab.js");

  await page.setViewportSize({ width: 390, height: 844 });
  const steps = await race.step();
  expect(await race.call("getState")).toMatchObject({ step: steps, status: "finished" });
  expect(asked.map(({ name }) => name)).toContain("lab.js");
  await expect(race.frame.locator(":root")).toHaveAttribute("data-theme", "dark");
  await expect.poll(async () => Math.abs((await race.height()) - own)).toBeLessThan(4);
  const [small, large] = [await race.pictureSize("loss", 1), await race.pictureSize("loss", 2)];
  expect(small.type).toBe("image/png");
  expect(small.width).toBeGreaterThan(200);
  expect(Math.abs(large.width - 2 * small.width)).toBeLessThan(3);
  await race.call("play");
  await race.call("pause");
  expect(await race.step()).toBeLessThan(steps);
  expect(page.workers()).toEqual([]);
});

test("figures of one group share one trainer, its step, sliders and cursor, and another trains on where it goes out of sight", async ({
  page,
  host,
  baseURL,
}) => {
  const race = 'task="sine" opt="apo-p,sgdm" seed="5" steps="20000" speed="25" group="a"';
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>
<apo-figure ${race} charts="loss" controls="play,lf"></apo-figure>
<apo-figure ${race} charts="rate" controls="play,lf,scrub" sandbox="allow-scripts"></apo-figure><p style="height:1500px"></p>`;
  host.pages.set("/group.html", { html });
  await page.setViewportSize({ width: 1280, height: 1100 });
  await page.goto(`${host.origin}/group.html`);
  const [loss, rate] = [0, 1].map((index) => new HostedFigure(page, index)) as [HostedFigure, HostedFigure];
  await expect(rate.play).toBeEnabled();
  await loss.start();
  await expect.poll(() => rate.step()).toBeGreaterThan(20);
  expect(trainersOf(page)).toBe(1);
  await rate.pause.click();
  await expect(loss.play).toBeVisible();
  await expect(rate.play).toBeVisible();
  await expect.poll(async () => (await rate.step()) - (await loss.step())).toBe(0);
  const stood = await loss.step();
  expect(lossesIn(await rate.call("getTrace"))).toEqual(lossesIn(await loss.call("getTrace")));

  await rate.slider.press("End");
  const last = await rate.slider.inputValue();
  await expect(loss.slider).toHaveValue(last);
  await expect(rate.slider).toHaveValue(last);
  await loss.frame.getByRole("figure").first().hover();
  const pointed = (await loss.stepShown.textContent()) ?? "";
  await expect(rate.stepShown).toHaveText(pointed);
  await loss.slider.hover(); // off the chart
  await rate.frame.getByRole("slider", { name: "Step shown" }).fill("7");
  await expect(loss.stepShown).toHaveText("at 7");

  // what has no slider is still read out, in both
  for (const { frame } of [loss, rate])
    await expect(frame.locator(".embed-readouts")).toContainText(/λWSD 0\s*K 1\s*α 0\.010/);
  // and the wheel is the page's
  await loss.frame.getByRole("figure").first().hover();
  const turnWheel = async () => {
    await page.mouse.wheel(0, 100);
    return page.evaluate(() => scrollY);
  };
  await expect.poll(turnWheel).toBeGreaterThan(100);
  await page.evaluate(() => scrollTo(0, 0));

  await rate.play.click();
  await expect.poll(() => loss.step()).toBeGreaterThan(stood);
  expect(trainersOf(page)).toBe(1);
  await loss.element.evaluate((element) => element.style.setProperty("visibility", "hidden"));
  const left = await rate.step();
  await expect.poll(() => rate.step()).toBeGreaterThan(left + 20);
  await expect.poll(() => trainersOf(page)).toBe(1);
  await expect.poll(() => loss.step()).toBeGreaterThan(left);
});

test("figures of one group share a recorded run: it plays and pauses in both by a press in one, without a worker", async ({
  page,
  host,
  baseURL,
}) => {
  const one = (charts: string) =>
    `<apo-figure preset="lambda-fsd-jump" start="recorded" group="b" speed="25" charts="${charts}" controls="play"></apo-figure>`;
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>${one("loss")}${one("rate")}`;
  host.pages.set("/recordedGroup.html", { html });
  // of two that nobody has pressed yet the one with the greater name leads: the other is pressed here
  await page.addInitScript(() => {
    const name = location.search.includes("charts=rate") ? "2-2-2-2-2" : "1-1-1-1-1";
    crypto.randomUUID = () => name;
  });
  await page.setViewportSize({ width: 1280, height: 1100 });
  await page.goto(`${host.origin}/recordedGroup.html`);
  const [loss, rate] = [0, 1].map((index) => new HostedFigure(page, index)) as [HostedFigure, HostedFigure];
  for (const figure of [loss, rate]) await expect.poll(() => figure.step()).toBe(600);
  await loss.play.click();
  const pressed = Date.now();
  await expect.poll(() => rate.step()).toBeLessThan(600);
  await rate.call("pause");
  for (const { play } of [loss, rate]) await expect(play).toBeVisible();
  const stood = await rate.step();
  expect(stood).toBeLessThan(600);
  await expect.poll(() => loss.step()).toBe(stood);
  expect(lossesIn(await rate.call("getTrace"))).toEqual(lossesIn(await loss.call("getTrace")));
  await page.waitForTimeout(Math.max(0, pressed + 1700 - Date.now())); // a press that was thought lost is made again by now
  for (const figure of [loss, rate]) expect(await figure.step()).toBe(stood);
  expect(page.workers()).toEqual([]);
});

const lossesIn = (trace: unknown) =>
  (trace as { runs: { columns: { trainLoss: number[] } }[] }).runs.map(({ columns }) => columns.trainLoss);
