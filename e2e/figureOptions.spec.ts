import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { HostedFigure } from "./hostedFigure";
import { pixelsChangedBy } from "./pixels";

/** The script that docs/embedding.md gives to pages with a plain iframe. */
const [, SNIPPET = ""] =
  /```js\n(addEventListener\("message".*?)```/s.exec(
    readFileSync(join(import.meta.dirname, "../docs/embedding.md"), "utf8"),
  ) ?? [];

test("a figure loops, has its host's colours, font and title, keys of its own, and tells of what diverges; out of sight none trains; a stranger's stays a picture", async ({
  page,
  host,
  baseURL,
  browser,
}) => {
  const race = 'task="sine" opt="sgdm,adam" seed="5" charts="loss" test="1"';
  const look =
    'accent="rebeccapurple" background="transparent" font="Georgia" title="A loop" caption="Round and round"';
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>
<apo-figure ${race} steps="4" play="loop" ${look}></apo-figure>
<apo-figure ${race} steps="30" sgdm.learningrate="1000" keys="own" chart="q"><p>Picture 1</p></apo-figure>
<apo-figure ${race} steps="4" origins="https://example.org"><p>Picture 2</p></apo-figure>
<p style="height:4000px"></p>
<apo-figure ${race} steps="4" play="visible"><p>Picture 3</p></apo-figure>
<apo-figure ${race} steps="4"><p>Picture 4</p></apo-figure>
<iframe src="${baseURL}?embed=1&preset=lambda-fsd-jump" width="640" height="99"></iframe><script>${SNIPPET}</script>`;
  host.pages.set("/options.html", { html });
  await page.setViewportSize({ width: 900, height: 1000 });
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ["finish", "diverge", "error", "resize"])
      addEventListener(
        name,
        ({ target }) => {
          if (!(target instanceof HTMLElement)) return;
          const index = [...document.querySelectorAll("apo-figure")].indexOf(target);
          heard.push(`${index} ${name}`);
        },
        true,
      );
  });
  await page.goto(`${host.origin}/options.html`);
  const [loop, keys, strange, visible, called] = [0, 1, 2, 3, 4].map((index) => new HostedFigure(page, index)) as [
    HostedFigure,
    HostedFigure,
    HostedFigure,
    HostedFigure,
    HostedFigure,
  ];
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

  // keys of its own, once it has the focus
  await expect(keys.play).toBeEnabled();
  await keys.frame.getByRole("heading").click();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => keys.step()).toBe(1);
  await page.keyboard.press(" ");
  await expect.poll(heard).toEqual(expect.arrayContaining(["1 error", "1 resize", "1 diverge", "1 finish"]));
  expect(await keys.call("seek", 3)).toBe(3);
  await expect(keys.stepShown).toHaveText("at 3");
  await keys.call("reset");
  expect(await keys.step()).toBe(0);
  expect(await keys.call("getState")).toMatchObject({ step: 0, status: "idle" });

  // the loop, and its look
  await expect.poll(async () => (await heard()).filter((one) => one === "0 finish").length).toBeGreaterThan(1);
  const root = loop.frame.locator(":root");
  expect(await root.evaluate(() => document.title)).toBe("A loop");
  await expect(loop.element.locator("iframe")).toHaveAttribute("title", "A loop");
  await expect(loop.frame.getByRole("heading", { name: "Round and round" })).toHaveCSS("font-family", /^Georgia/);
  await expect(loop.frame.locator(".primary")).toHaveCSS("background-color", "rgb(102, 51, 153)");
  const { width, height } = (await loop.element.boundingBox()) ?? { width: 0, height: 0 };
  const behind = await pixelsChangedBy(loop.element, "html { background: rgb(0, 100, 0) }");
  expect(behind).toBeGreaterThan((width * height) / 2);
  await loop.call("pause");

  // a host that is not among the origins; paper; and what stands there without JavaScript
  await expect(page.getByText("Picture 1")).toBeHidden();
  await expect(page.getByText("Picture 2")).toBeVisible();
  await expect(strange.element.locator("iframe")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Picture 1")).toBeVisible();
  await expect(keys.element.locator("iframe")).toBeHidden();
  await page.emulateMedia({ media: null });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${host.origin}/options.html`);
  await expect(plain.getByText("Picture 1")).toBeVisible();
  await context.close();

  // out of sight nothing trains by a call either: it waits to be seen
  expect(await called.call("play")).toBeNull();
  expect(await called.call("getState")).toMatchObject({ step: 0, status: "idle" });
  await called.element.scrollIntoViewIfNeeded();
  await expect.poll(() => called.step()).toBe(4);
  await expect.poll(() => visible.step()).toBe(4);
  await expect.poll(() => page.locator("body > iframe").getAttribute("height").then(Number)).toBeGreaterThan(200);
});
