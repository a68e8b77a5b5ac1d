import type { Locator } from "@playwright/test";
import { shareInSight } from "./covers";
import type { ExperimentPage } from "./experimentPage";
import { Finger, spotOn } from "./finger";
import { expect, test } from "./fixtures";
import { LandscapePage } from "./landscapePage";

test.use({ hasTouch: true });

const KNOBS = ["λ_FSD", "λ_WSD", "K", "α"] as const;

/** What a slider says it stands at. */
const textOf = (slider: Locator) => slider.evaluate((input: HTMLInputElement) => input.ariaValueText ?? input.value);

/** Where a spot lies between the ends of a slider's track, 0 to 1; they are half a thumb inside the slider's box. */
const placeOnTrack = (slider: Locator, { x }: { x: number }) =>
  slider.evaluate((input, x) => {
    const { left, width } = input.getBoundingClientRect();
    const thumb = input.parentElement?.querySelector(".slider-thumb")?.getBoundingClientRect().width ?? Number.NaN;
    return (x - left - thumb / 2) / (width - thumb);
  }, x);

/** λ at a place of its track: of 102 stops the nearest; the first is 0, then 25 to each decade from 0.01 to 100, to two digits. */
function lambdaAt(place: number): number {
  const stop = Math.round(101 * place);
  return stop === 0 ? 0 : Number((0.01 * 10 ** ((stop - 1) / 25)).toPrecision(2));
}

/**
 * Finger and screen reader set what the mouse sets, by taps and by a drag, each time from the other end of the track. Returns what each
 * tap set, and where on the track it was.
 */
async function expectSameAsMouse(lab: ExperimentPage, slider: Locator): Promise<{ text: string; place: number }[]> {
  const { mouse } = lab.page;
  const finger = new Finger(lab.page);
  const taps: { text: string; place: number }[] = [];
  for (const share of [0.25, 0.5, 0.75]) {
    await slider.press("Home"); // focus may scroll: where the slider lies is looked up after it
    const spot = await spotOn(slider, share);
    const place = await placeOnTrack(slider, spot);
    await mouse.click(spot.x, spot.y);
    const text = await textOf(slider);
    taps.push({ text, place });
    const stop = await slider.inputValue();
    await slider.press("Home");
    await slider.fill(stop); // an `input` event of the browser's own, as of a screen reader
    expect(await textOf(slider), `stop ${stop}`).toBe(text);
    await slider.press("Home");
    await finger.tap(spot);
    expect(await textOf(slider), `a tap at ${share}`).toBe(text);
  }
  const [from, to] = [await spotOn(slider, 0.2), await spotOn(slider, 0.6)];
  await slider.press("End");
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
  const dragged = await textOf(slider);
  await slider.press("End");
  await finger.swipe(from, to);
  expect(await textOf(slider), "a drag").toBe(dragged);
  expect(new Set([...taps.map(({ text }) => text), dragged]).size, "each spot has a value of its own").toBe(4);
  return taps;
}

/** A swipe across a slider, and a drag that the browser takes away, leave it as it was. */
async function expectSwipesMoveNothing(lab: ExperimentPage, slider: Locator): Promise<void> {
  const finger = new Finger(lab.page);
  const before = await textOf(slider);
  for (const down of [-160, 160]) {
    const { x, y } = await spotOn(slider, 0.3);
    await finger.swipe({ x, y }, { x: x + 12, y: y + down });
    expect(await textOf(slider), `a swipe by ${down} pixels`).toBe(before);
  }
  await finger.swipe(await spotOn(slider, 0.3), await spotOn(slider, 0.9), "touchCancel");
  expect(await textOf(slider), "a drag that is cancelled").toBe(before);
}

test("on a phone a finger sets on each slider what a mouse sets, and a swipe over it scrolls and moves nothing", async ({
  lab,
}) => {
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.open("task=sine&opt=apo-p&steps=40&views=landscape&lf=7.5");
  await lab.takeSteps(8);
  const view = new LandscapePage(lab);

  await view.steps.scrollIntoViewIfNeeded();
  await expectSameAsMouse(lab, view.steps);
  await expectSwipesMoveNothing(lab, view.steps);
  await lab.views.scrubber.scrollIntoViewIfNeeded();
  await lab.page.mouse.wheel(0, 200);
  const scrolled = await lab.frame.evaluate(() => scrollY);
  const { x, y } = await spotOn(lab.views.scrubber, 0.05);
  await new Finger(lab.page).swipe({ x, y }, { x, y: y - 150 });
  await expect.poll(() => lab.frame.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 60);
  await expectSwipesMoveNothing(lab, lab.views.scrubber);

  await lab.openControls();
  for (const symbol of KNOBS) await expectSwipesMoveNothing(lab, lab.slider(symbol));
  await lab.takeSteps(1);
  expect((await lab.state()).interventions).toEqual([]);
  for (const symbol of KNOBS) await expectSameAsMouse(lab, lab.slider(symbol));
});

test("in the embed and on the page a tap at 25, 50 and 75 % of λ_FSD sets the value of that place on its track", async ({
  lab,
}) => {
  for (const [link, width, height] of [
    ["embed=1&", 640, 420],
    ["", 1280, 800],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await lab.open(`${link}task=sine&opt=apo-p&steps=40&lf=7.5`);
    await lab.takeSteps(1);
    const slider = lab.slider("λ_FSD");
    await expectSwipesMoveNothing(lab, slider);
    await lab.takeSteps(1);
    expect((await lab.state()).interventions).toEqual([]);
    const taps = await expectSameAsMouse(lab, slider);
    expect(taps.map(({ text }) => Number(text))).toEqual(taps.map(({ place }) => lambdaAt(place)));
    await lab.takeSteps(1);
    expect((await lab.state()).interventions).toMatchObject([{ step: 2, name: "lambdaFsd", from: 7.5 }]);
  }
});

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const) {
  test(`at ${width}×${height} the charts are in sight while a finger holds λ_FSD, and the drawer is back after it`, async ({
    lab,
  }) => {
    await lab.page.setViewportSize({ width, height });
    await lab.open("task=sine&opt=apo-p&steps=400");
    await lab.takeSteps(2);
    await lab.openControls();
    const drawer = await lab.controls.boundingBox();
    expect(drawer?.height).toBeLessThanOrEqual(height / 2);
    // on the smallest of phones the picture that λ acts in takes the height alone
    const drawing = lab.frame.getByRole("figure", { name: "The proximal step" }).locator("svg").first();
    const plot = height < 600 ? drawing : lab.loss.figure;
    const finger = new Finger(lab.page);
    const slider = lab.slider("λ_FSD");
    await finger.hold(await spotOn(slider, 0.3), await spotOn(slider, 0.7));
    expect(await plot.evaluate(shareInSight), "of the chart, while the slider is held").toBeGreaterThan(0.7);
    await expect(slider).toBeVisible();
    await expect(lab.slider("α")).toBeHidden();
    await finger.lift();
    await expect(lab.slider("α")).toBeVisible();
    expect(await textOf(slider)).not.toBe("3.0");
  });

  test(`at ${width}×${height} the walk's card leaves in sight what it explains`, async ({ lab }) => {
    await lab.page.setViewportSize({ width, height });
    await lab.open("task=sine&opt=apo-p&steps=400&views=lookahead");
    await lab.takeSteps(2);
    await lab.frame.getByRole("button", { name: "Walk through one step" }).click();
    const picture = lab.frame.getByRole("figure", { name: "One step ahead" }).locator(".plot");
    for (const stage of [1, 2, 3, 4, 5]) {
      await expect(lab.frame.getByRole("heading", { name: new RegExp(`^${stage} · `) })).toBeVisible();
      await expect.poll(() => picture.evaluate(shareInSight), `stage ${stage}`).toBeGreaterThan(0.9);
      if (stage < 5) await lab.frame.getByRole("button", { name: "Next", exact: true }).click();
    }
  });
}

test("on a phone speed, seed and device have their names beside them", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.open("task=sine&opt=apo-p&steps=4");
  await lab.openControls();
  for (const [name, control] of [
    ["Speed", lab.speed],
    ["Seed", lab.seed],
    ["Device", lab.device],
  ] as const) {
    await control.scrollIntoViewIfNeeded();
    const word = lab.controls.getByText(name, { exact: true });
    await expect(word).toBeInViewport({ ratio: 1 });
    const [label, field] = [await word.boundingBox(), await control.boundingBox()];
    const gap = (field?.x ?? 0) - (label?.x ?? 0) - (label?.width ?? 0);
    expect(gap, name).toBeGreaterThan(0);
    expect(gap, name).toBeLessThan(24);
    expect(Math.abs((field?.y ?? 0) - (label?.y ?? 0)), name).toBeLessThan(30);
  }
});
