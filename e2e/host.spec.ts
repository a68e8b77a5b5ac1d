import { Finger, spotOn } from "./finger";
import { expect, test } from "./fixtures";
import { HostedFigure, trainersOf } from "./hostedFigure";
import { smallestTextOf } from "./look";
import { WORDS } from "./words";

interface Trace {
  runs: { columns: { trainLoss: number[] } }[];
}

test("a post of another site trains in its figures, at most two at a time, follows its theme, and rests out of sight", async ({
  page,
  host,
}) => {
  const html = host.pages.get("/post.html")?.html.replaceAll(/steps="\d+"/g, 'steps="50000" speed="25"') ?? "";
  host.pages.set("/long.html", { html }); // none is over before the last has begun
  await page.goto(`${host.origin}/long.html`);
  const [race, ...others] = [0, 1, 2, 3, 4].map((index) => new HostedFigure(page, index)) as [
    HostedFigure,
    ...HostedFigure[],
  ];
  await expect(race.frame.getByRole("heading", { name: "A price on moving the outputs" })).toBeVisible();
  await expect(race.play).toBeEnabled();
  expect(page.workers()).toEqual([]);

  for (const width of [320, 390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => race.overflow(), `at ${width}`).toEqual({ width: 0, height: 0 });
  }
  const root = race.frame.locator(":root");
  await expect(root).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect(root).toHaveAttribute("data-theme", "dark");

  await race.start();
  await expect.poll(() => page.getByRole("status").textContent()).not.toBe("0");
  let most = 0;
  for (const figure of others.slice(0, 3)) {
    await figure.start();
    most = Math.max(most, trainersOf(page));
  }
  expect(most).toBeLessThanOrEqual(2);
  await expect(race.play).toBeAttached(); // it made room, and stands where it was
  const stood = await race.step();
  await race.start();
  expect(await race.step()).toBeGreaterThanOrEqual(stood);
  expect(trainersOf(page)).toBeLessThanOrEqual(2);
});

test("a figure out of sight stands still, gives its workers away after a minute, and comes back to the bit", async ({
  page,
  host,
  baseURL,
}) => {
  const figure =
    '<apo-figure task="sine" opt="apo-p" seed="5" steps="100000" speed="25" charts="loss" test="1"><p>A race</p></apo-figure>';
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>${figure}<p style="height:3000px"></p>`;
  host.pages.set("/tall.html", { html });
  await page.clock.install();
  await page.goto(`${host.origin}/tall.html`);
  const race = new HostedFigure(page, 0);
  await race.start();
  await page.evaluate(() => scrollTo(0, 2500));
  await expect(race.play).toBeAttached();
  const stood = await race.step();
  await page.clock.fastForward(61_000);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await race.step()).toBe(stood);
  const before = ((await race.call("getTrace")) as Trace).runs[0]?.columns.trainLoss ?? [];
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => race.step()).toBeGreaterThan(stood);
  await race.call("pause");
  const lossesOf = async () => ((await race.call("getTrace")) as Trace).runs[0]?.columns.trainLoss ?? [];
  const after = await lossesOf();
  expect(after.slice(0, before.length)).toEqual(before);
  // and the steps behind them are those of a race that was never out of sight
  await race.call("reset");
  await race.call("play");
  await expect.poll(() => race.step()).toBeGreaterThanOrEqual(after.length);
  await race.call("pause");
  expect((await lossesOf()).slice(0, after.length)).toEqual(after);
});

test("in slides a remote turns the slide after a click on a slider, and a hidden slide trains no more", async ({
  page,
  host,
}) => {
  await page.goto(`${host.origin}/slides.html`);
  await page.keyboard.press("PageDown");
  const first = new HostedFigure(page, 0);
  await expect.poll(() => first.step()).toBeGreaterThan(0); // it plays once it is seen
  expect(await first.overflow()).toEqual({ width: 0, height: 0 });
  const small = await smallestTextOf(first.frame.locator(":root"));
  expect(small, "the smallest text of a projector's figure").toBeGreaterThanOrEqual(22);
  await first.slider.click();
  await page.keyboard.press("PageDown");
  await expect(page.getByRole("heading", { name: "The learning rate learns" })).toBeVisible();
  await expect(first.element).toBeHidden();
  const play = first.frame.getByRole("button", { name: WORDS.play, exact: true, includeHidden: true });
  await expect(play).toBeAttached();
  const stood = await first.step();
  await page.keyboard.press("PageUp");
  await expect(first.element).toBeVisible();
  await expect.poll(() => first.step()).toBeGreaterThan(stood);
});

test("a host drives a sandboxed figure of an isolated page of strict policy by methods, and hears what it did", async ({
  page,
  host,
  baseURL,
}) => {
  const script = `<script type="module" src="${baseURL}apo-embed.js"></script>`;
  const figure =
    '<apo-figure sandbox="allow-scripts" task="sine" opt="apo-p,sgdm" seed="5" steps="6" charts="loss,table"></apo-figure>';
  const away = `<apo-figure src="${host.origin}/other.html"><p>A picture in its place</p></apo-figure>`;
  const lab = new URL(baseURL ?? "").origin;
  const policy = `default-src 'none'; script-src ${lab}; frame-src ${lab} ${host.origin}; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const headers = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": policy,
  };
  host.pages.set("/isolated.html", { html: `<!doctype html><title>A post</title>${script}${figure}${away}`, headers });
  host.pages.set("/other.html", { html: "<!doctype html><title>Not a figure</title>", headers });
  await page.goto(`${host.origin}/isolated.html`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const race = new HostedFigure(page, 0);
  await race.element.evaluate((element) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ["ready", "change", "finish"]) element.addEventListener(name, () => heard.push(name));
  });
  expect(await race.call("step", 2)).toBe(2);
  expect(await race.call("set", "lf", 0.5, { run: "apo-p" })).toEqual(["apo-p"]);
  await race.call("play");
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(expect.arrayContaining(["change", "finish"]));
  expect(await race.call("getState")).toMatchObject({
    step: 6,
    interventions: [{ step: 2, name: "lambdaFsd", value: 0.5 }],
  });
  expect(await race.call("toSVG", "loss")).toContain("<title>Training loss");
  expect(await race.call("toSVG", "table")).toMatch(/<title>Comparison<.*>APO-P</s);
  expect(await race.call("toCSV")).toMatch(/step/);
  await expect(race.call("toSVG", "map")).rejects.toThrow(/no chart "map" here\. Allowed: loss, table\./);
  await expect(race.call("set", "lf", "much")).rejects.toThrow(/lambdaFsd is "much"\. Give a number/);
  await expect(race.call("seek", -1)).rejects.toThrow(/seek was called with \[-1\]\. It takes a step from 0/);
  await expect(page.getByText("A picture in its place")).toBeVisible();
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, allowedErrors: [/./] });

  test("a swipe that starts on a slider of a figure scrolls the page around it", async ({ page, host }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${host.origin}/post.html`);
    const race = new HostedFigure(page, 0);
    await expect(race.slider).toBeVisible();
    await race.slider.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    const value = await race.slider.inputValue();
    const { x, y } = await spotOn(race.slider, 0.6);
    await new Finger(page).swipe({ x, y }, { x: x + 8, y: y - 240 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60);
    expect(await race.slider.inputValue()).toBe(value);
  });
});
