import { ChartFigure } from "./chartFigure";
import type { ExperimentPage } from "./experimentPage";
import { Finger, type Spot } from "./finger";
import { expect, test } from "./fixtures";

const zoomOf = async (lab: ExperimentPage) => (await lab.state()).view.zoom;

/** Figures over steps, by their names and where their axes begin before a zoom. */
const figuresOver = ({ frame, loss, objective, learningRate }: ExperimentPage) => [
  loss,
  objective,
  learningRate,
  ...["Gap to the proximal step", "Spectrum over time"].map((name) => new ChartFigure(frame, name)),
];

test("steps marked in one figure are shown in every figure over steps, by mouse and by keys, and all again after it", async ({
  lab,
}) => {
  await lab.open("task=linear&opt=apo-p,sgdm&steps=60&at=30:lf=8&views=effect,gap,spectrum");
  await lab.playToTheEnd();
  const figures = figuresOver(lab);
  for (const { tickAtStart } of figures) await expect(tickAtStart).toHaveText("0");
  await lab.loss.mark(0.3, 0.7);
  await expect.poll(() => zoomOf(lab)).not.toBeNull();
  const [from = 0, to = 0] = (await zoomOf(lab)) ?? [];
  expect(from).toBeGreaterThan(12);
  expect(to).toBeLessThan(48);
  expect(to - from).toBeGreaterThan(12);
  for (const { tickAtStart } of figures) {
    await expect.poll(async () => Number(await tickAtStart.textContent())).toBeGreaterThanOrEqual(from);
  }
  await expect(lab.views.figure("What your slider did").getByText(`+${to - 30}`, { exact: true })).toHaveCount(4);
  await expect(lab.loss.stepShown).toHaveText(`at ${to}`); // the last step in sight
  await lab.objective.pointAt(0.5);
  await expect(lab.loss.stepShown).not.toHaveText(`at ${to}`);
  const step = Number((await lab.loss.stepShown.textContent())?.slice(3));
  expect(step).toBeGreaterThan(from);
  for (const chart of [lab.loss, lab.learningRate, lab.objective])
    await expect(chart.stepShown).toHaveText(`at ${step}`);
  await lab.loss.figure.dblclick({ position: { x: 200, y: 120 } });
  await expect.poll(() => zoomOf(lab)).toBeNull();
  await lab.keyboard.press("+");
  await expect.poll(() => zoomOf(lab)).not.toBeNull();
  const near = (await zoomOf(lab)) ?? [0, 0];
  expect(near[1] - near[0]).toBe(30);
  await lab.keyboard.press("-");
  await expect.poll(() => zoomOf(lab)).toBeNull();
  await lab.keyboard.press("+");
  await expect(lab.chartSwitch("reset zoom")).toBeVisible();
  await lab.keyboard.press("Escape");
  await expect(lab.chartSwitch("reset zoom")).toBeHidden();
  await new ChartFigure(lab.frame, "Spectrum over time").mark(0.1, 0.3);
  await lab.chartSwitch("reset zoom").click();
  await expect.poll(() => zoomOf(lab)).toBeNull();
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a finger that rests and then moves across zooms; one that moves up scrolls the page", async ({ lab }) => {
    await lab.open("task=sine&opt=sgdm,adam&steps=40&zoom=5-35&scale=linear");
    await lab.playToTheEnd();
    expect(await zoomOf(lab)).toEqual([5, 35]); // from the link
    await expect(lab.loss.tickAtStart).toHaveText("10");
    const finger = new Finger(lab.page);
    const { x, y } = await lab.loss.spotAt(0.3);
    const top = () => lab.page.evaluate(() => scrollY);
    await finger.swipe({ x, y }, { x: x + 6, y: y - 90 });
    await expect.poll(top).toBeGreaterThan(20);
    expect(await zoomOf(lab)).toEqual([5, 35]);
    await lab.scrollTo("top");
    await expect.poll(top).toBe(0);
    const end = await lab.loss.spotAt(0.7);
    await finger.press({ x, y });
    await expect(lab.loss.brush).toBeVisible();
    await finger.drag({ x, y }, end);
    await finger.lift();
    await expect.poll(async () => (await zoomOf(lab))?.[0]).toBeGreaterThan(5);
    expect((await zoomOf(lab))?.[1]).toBeLessThan(35);

    await lab.chartSwitch("reset zoom").click();
    await lab.scrollTo("top");
    await expect.poll(top).toBe(0);
    const rules = () =>
      Promise.all([lab.loss, lab.learningRate].map(({ figure }) => figure.locator("line.head").count()));
    expect(await rules()).toEqual([0, 0]);
    await finger.hold(await lab.loss.spotAt(0.3), await lab.loss.spotAt(0.6)); // across, without a rest
    await expect.poll(rules).toEqual([1, 1]); // the same step in each figure
    await finger.lift();
    expect(await zoomOf(lab)).toBeNull();
    const spots = await Promise.all([0.4, 0.6, 0.2, 0.8, 0.45, 0.55].map((share) => lab.loss.spotAt(share)));
    const [left, right, farLeft, farRight, nearLeft, nearRight] = spots as [Spot, Spot, Spot, Spot, Spot, Spot];
    await finger.pinch([left, right], [farLeft, farRight]); // three times as far apart: a third of the steps
    await expect.poll(() => zoomOf(lab)).not.toBeNull();
    const [from = 0, to = 0] = (await zoomOf(lab)) ?? [];
    expect(to - from).toBeGreaterThanOrEqual(11);
    expect(to - from).toBeLessThanOrEqual(16);
    expect(Math.abs((from + to) / 2 - 20)).toBeLessThan(5);
    await expect(lab.learningRate.tickAtStart).not.toHaveText("0");
    await finger.pinch([farLeft, farRight], [nearLeft, nearRight]); // nearer than they began: all steps, however wide the labels are
    await expect.poll(() => zoomOf(lab)).toBeNull();
    expect(await top()).toBe(0);
    expect(await lab.page.evaluate(() => visualViewport?.scale)).toBe(1);
    await expect(lab.loss.brush).toBeHidden();
    await finger.swipe({ x, y }, { x: x + 6, y: y - 90 });
    await expect.poll(top).toBeGreaterThan(20); // one finger still scrolls
    expect(await zoomOf(lab)).toBeNull();
  });
});
