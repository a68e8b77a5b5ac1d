import { expect, test } from "./fixtures";
import { HostedFigure } from "./hostedFigure";
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

  await page.setViewportSize({ width: 390, height: 844 });
  const steps = await race.step();
  expect(await race.call("getState")).toMatchObject({ step: steps, status: "paused" });
  expect(asked.map(({ name }) => name)).toContain("lab.js");
  await expect(race.frame.locator(":root")).toHaveAttribute("data-theme", "dark");
  await expect.poll(async () => Math.abs((await race.height()) - own)).toBeLessThan(4);
  expect(await race.call("toPNG", "loss", { scale: 1 })).toBeDefined();
  await race.call("play");
  await race.call("pause");
  expect(await race.step()).toBeLessThan(steps);
  expect(page.workers()).toEqual([]);
});
