import type { Page } from "@playwright/test";
import { overlappingTexts, smallTexts } from "../src/gallery/testing/textFaults";
import { Finger, spotOn } from "./finger";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { PicturePage } from "./picturePage";
import { valuesOf } from "./testState";

/** Holds the page's script back until it is let go. */
async function holdLab(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/lab-*.js", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Expects ball and step to be smaller than they were. */
async function expectSmaller(picture: PicturePage, before: { ball: number; step: number }): Promise<void> {
  await expect.poll(async () => (await picture.size()).ball).toBeLessThan(0.8 * before.ball);
  expect((await picture.size()).step).toBeLessThan(0.95 * before.step);
}

test("before the page's script is there the picture answers mouse, key and finger, and hands its prices over", async ({
  page,
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  const letGo = await holdLab(page);
  await page.goto("./?test=1", { waitUntil: "commit" });
  await expect(picture.fsdBall).toBeVisible();
  await expect(lab.playButton).toBeDisabled();
  await expect(picture.figure).toContainText("Q at θ⁺");
  let before = await picture.size();

  await picture.lambdaFsd.focus();
  await lab.keyboard.press("PageUp");
  await expectSmaller(picture, before);
  before = await picture.size();

  const [from, to] = [await spotOn(picture.lambdaFsd, 0.7), await spotOn(picture.lambdaFsd, 0.8)];
  const finger = new Finger(page);
  await finger.swipe(from, to);
  await expectSmaller(picture, before);
  before = await picture.size();

  const end = await spotOn(picture.lambdaFsd, 0.9);
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await expectSmaller(picture, before);
  letGo(); // the page does not take over under a pointer that is down
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => /lab-.*js/.test(name))))
    .toBe(true);
  await page.waitForTimeout(300);
  await expect(lab.playButton).toBeDisabled();
  const text = (await picture.lambdaFsd.getAttribute("aria-valuetext")) ?? "";
  await page.mouse.up();
  await lab.isAtRest(0);
  await expect(picture.lambdaFsd).toHaveAttribute("aria-valuetext", text);
  await expect(picture.lambdaFsd).toBeFocused();
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", text);
  await expect.poll(() => page.evaluate(() => location.search)).toContain(`lf=${Number(text)}`);

  await lab.takeSteps(1);
  const moved = await lab.state();
  await lab.open(`preset=lambda-fsd-jump&apo-lr.lf=${Number(text)}`);
  await lab.takeSteps(1);
  const straight = await lab.state();
  expect(valuesOf(moved, "apo-lr", "fsd")).toEqual(valuesOf(straight, "apo-lr", "fsd"));
  expect(valuesOf(moved, "apo-lr", "objective")).toEqual(valuesOf(straight, "apo-lr", "objective"));
});

test("the picture's sliders and the sidebar's are the same, by mouse, key and finger, and act in the race's next step", async ({
  page,
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&opt=apo-p,sgdm&lf=0.9&lw=4&steps=40");
  let before = await picture.size();
  const [from, to] = [await spotOn(picture.lambdaFsd, 0.5), await spotOn(picture.lambdaFsd, 0.75)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expectSmaller(picture, before);
  const text = (await picture.lambdaFsd.getAttribute("aria-valuetext")) ?? "";
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", text);

  before = await picture.size();
  await lab.slider("λ_FSD").press("PageUp");
  await expectSmaller(picture, before);
  await lab.takeSteps(2);
  await new Finger(page).swipe(await spotOn(picture.lambdaWsd, 0.4), await spotOn(picture.lambdaWsd, 0.6));
  await picture.lambdaFsd.press("End");
  await lab.takeSteps(1);
  const { interventions, runs } = await lab.state();
  expect(interventions.map(({ step, run, name }) => `${step} ${run} ${name}`).sort()).toEqual([
    "2 apo-p lambdaFsd",
    "2 apo-p lambdaWsd",
  ]);
  expect(interventions.find(({ name }) => name === "lambdaFsd")?.value).toBe(100);
  expect(runs[0]?.columns.step).toHaveLength(3);
});

test("θ is dragged by mouse and finger and moved by keys, in one tab stop", async ({ page, lab }) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&opt=apo-p&lf=0.9&lw=4");
  const value = async (axis: "w₁" | "w₂") =>
    Number((await picture.theta(axis).getAttribute("aria-valuetext"))?.replace("−", "-"));
  const spot = await spotOn(picture.handle, 0.5);
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x - 60, spot.y - 30, { steps: 3 });
  await page.mouse.up();
  expect(await value("w₁")).toBeLessThan(-1);
  expect(await value("w₂")).toBeGreaterThan(0.4);
  const finger = new Finger(page);
  await finger.press({ x: 5, y: 5 }); // with the first touch the sliders grow, and the plot is laid out anew
  await finger.lift();
  const [left, low] = [await value("w₁"), await value("w₂")];
  const held = await spotOn(picture.handle, 0.5);
  await finger.swipe(held, { x: held.x + 60, y: held.y + 30 });
  await expect.poll(() => value("w₁")).toBeGreaterThan(left + 0.5);
  await expect.poll(() => value("w₂")).toBeLessThan(low - 0.2);
  const before = [await value("w₁"), await value("w₂")];
  await picture.theta("w₁").focus();
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("ArrowUp");
  await expect(picture.theta("w₂")).toBeFocused();
  expect(await value("w₁")).toBeGreaterThan(before[0] ?? 0);
  expect(await value("w₂")).toBeGreaterThan(before[1] ?? 0);
});

test("folded away it stays so over a reload, before and after the page's script is there, and comes back", async ({
  page,
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&opt=apo-p,sgdm&steps=3");
  const width = async () => (await lab.loss.figure.boundingBox())?.width ?? 0;
  await picture.fold.press("Enter");
  await expect(picture.show).toBeFocused();
  await expect(picture.lambdaFsd).toBeHidden();
  const columns = await Promise.all(lab.charts.map(async ({ figure }) => (await figure.boundingBox())?.x));
  expect(new Set(columns).size).toBe(2); // two and two, as without it
  const folded = await width();
  const letGo = await holdLab(page);
  await page.reload({ waitUntil: "commit" });
  await expect(picture.show).toBeVisible();
  await expect(picture.plot).toHaveCount(0);
  letGo();
  await lab.isAtRest(0);
  await expect(picture.show).toBeVisible();
  expect(await width()).toBe(folded);
  await picture.show.click();
  await expect(picture.fold).toBeFocused();
  await expect(picture.fsdBall).toBeVisible();
  await page.reload();
  await expect(picture.fsdBall).toBeVisible();
});

test("a race without a λ says so, and its picture is moved by sliders of its own", async ({ lab }) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&opt=sgdm&steps=2");
  await expect(picture.figure).toContainText("This race has no λ");
  const before = await picture.size();
  await picture.lambdaFsd.press("PageUp");
  await expectSmaller(picture, before);
  await picture.lambdaFsd.press("Home");
  await expect(picture.figure).toContainText("the FSD ball is the whole plane");
  await expect(picture.fsdBall).toHaveCount(0);
  expect((await lab.state()).interventions).toEqual([]);
});

test("what a screen reader hears of the picture follows its sliders, but not more often than every five seconds", async ({
  page,
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  await page.clock.install();
  await lab.open("task=sine&opt=apo-p&lf=0.9&lw=4");
  const spoken = picture.figure.locator("[aria-live=polite]");
  await expect(spoken).toContainText("With λ_FSD 0.90");
  await picture.lambdaFsd.press("End");
  await page.clock.runFor(50);
  await expect(spoken).toContainText("With λ_FSD 100");
  await picture.lambdaFsd.press("Home");
  await page.clock.runFor(4000);
  await expect(spoken).toContainText("With λ_FSD 100");
  await page.clock.runFor(1500);
  await expect(spoken).toContainText("λ_FSD is 0");
});

test("at every width nothing lies over another or sticks out, and picture, sliders and loss are seen at once at 1280×800", async ({
  lab,
}) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&steps=3&views=none");
  await lab.playToTheEnd();
  for (const [width, height] of [
    [320, 568],
    [390, 844],
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await expect.poll(async () => (await overflowOf(lab.frame)).width, `${width} px`).toBe(0);
    // where type is largest, titles of axes touch those of their charts, with the picture and without
    const overlaps = async () =>
      (await lab.frame.evaluate(overlappingTexts)).filter((fault) => width < 1920 || fault.startsWith("The proximal"));
    await expect.poll(overlaps, `${width} px`).toEqual([]);
    expect(await lab.frame.evaluate(smallTexts, "body"), `${width} px`).toEqual([]);
    const boxes = await lab.frame
      .locator(".charts > figure")
      .evaluateAll((figures) => figures.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${width} px`).toBe(
          true,
        );
    const top = await picture.figure.boundingBox();
    if (width <= 390) expect((top?.height ?? 0) / height, `${width} px`).toBeLessThan(width === 390 ? 0.6 : 0.75);
    if (width < 1280) continue;
    for (const seen of [picture.figure, lab.loss.figure, lab.objective.figure, lab.learningRate.figure])
      await expect(seen, `${width} px`).toBeInViewport({ ratio: 1 });
  }
});

test("its button opens the landscape view, and no sheet of paper shows it", async ({ lab }) => {
  const picture = new PicturePage(lab.frame);
  await lab.open("task=sine&opt=apo-p&views=none");
  await picture.figure.getByRole("button", { name: /^Landscape/ }).click();
  await expect(lab.frame.getByRole("figure", { name: "Proximal landscape" })).toBeVisible();
  await expect(lab.frame.getByTestId("view-landscape")).toBeFocused();
  await lab.page.emulateMedia({ media: "print" });
  await expect(picture.figure).toBeHidden();
});
