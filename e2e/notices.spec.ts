import type { Locator } from "@playwright/test";
import { breakTheWorker } from "./breakTheWorker";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";

test.use({ allowedErrors: [/planted/] });

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlaps = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

async function boxesOf(all: Locator): Promise<[name: string, box: Box][]> {
  const named = await all.evaluateAll((elements) =>
    elements.map((element): [string, Box] => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.getAttribute("aria-label") ?? element.textContent ?? "", { x, y, width, height }];
    }),
  );
  return named.filter(([, { width, height }]) => width > 0 && height > 0);
}

/** Which of the notices in sight cover a chart, a button of the transport or a slider. Fails where one of the charts is not there. */
async function whatIsCovered(lab: ExperimentPage, where: string, charts: readonly string[]): Promise<string[]> {
  const cards = await boxesOf(lab.notices.locator(".notice"));
  expect(cards.length, `${where}: notices`).toBeGreaterThan(0);
  const controls = lab.frame.getByRole("button", { name: /^(Reset|Play|Play again|Pause|Step|Meta-step|Controls)$/ });
  const others = [
    ...(await boxesOf(lab.frame.getByRole("figure"))),
    ...(await boxesOf(controls)),
    ...(await boxesOf(lab.frame.getByRole("slider").filter({ visible: true }))),
  ];
  const names = others.map(([name]) => name);
  for (const name of [...charts.map((chart) => new RegExp(`^${chart}$`)), /^Play/])
    expect(
      names.filter((one) => name.test(one)),
      `${where}: ${name}`,
    ).toHaveLength(1);
  return cards.flatMap(([card, box]) =>
    others.filter(([, other]) => overlaps(box, other)).map(([other]) => `${card.slice(0, 40)} over ${other}`),
  );
}

/** Once the page has taken its new size. */
async function expectNothingCovered(lab: ExperimentPage, where: string, charts = CHARTS): Promise<void> {
  await expect.poll(() => whatIsCovered(lab, where, charts), { message: where }).toEqual([]);
  expect((await overflowOf(lab.frame)).width, where).toBe(0);
}

/** How far the loss chart begins under the bar, or under the notices that lie beneath it. */
function underTheTop(lab: ExperimentPage): Promise<number> {
  return lab.loss.figure.evaluate((figure) => {
    const last = [...document.querySelectorAll(".bar, .notice")].at(-1);
    return figure.getBoundingClientRect().y - Number(last?.getBoundingClientRect().bottom);
  });
}

/** Those of the link below, in page and embed. */
const CHARTS = ["Loss", "Objective"];

const DIVERGES = "task=sine&opt=sgdm,adam&sgdm.learningRate=1000&steps=30";

test("notices lie over no chart, no slider and no button, and go away where nothing has to be decided", async ({
  lab,
}) => {
  const sizes = [
    [1280, 800],
    [390, 844],
    [320, 568],
  ] as const;
  await lab.open(`${DIVERGES}&lf=abc`);
  await expect(lab.notices.getByRole("status")).toHaveCount(1); // 'lf is "abc"'
  await lab.notices.hover(); // what somebody points at stays
  await lab.keyboard.press("Space");
  await lab.isAtRest(30);
  await expect(lab.notice("SGDm diverged")).toBeVisible();
  await lab.keyboard.press("Space");
  await expect(lab.notice("The race is over")).toBeVisible();
  for (const [width, height] of sizes) {
    await lab.page.setViewportSize({ width, height });
    await expectNothingCovered(lab, `${width} pixels`);
  }
  // scrolled to the charts, a notice pushes them down rather than coming to lie over one
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  await lab.dismiss("SGDm diverged"); // offers a rewind, and stays
  await lab.page.mouse.move(600, 790);
  await expect(lab.notices.locator(".notice")).toHaveCount(1, { timeout: 40_000 });
  await lab.dismiss("The race is over"); // offers more steps, and stays
  await expect(lab.notices.locator(".notice")).toHaveCount(0);
  await lab.frame.evaluate(() => scrollTo(0, 40));
  const before = await underTheTop(lab);
  await lab.keyboard.press("Space");
  await expect(lab.notice("The race is over")).toBeVisible();
  expect(await underTheTop(lab), "what was in sight of the chart stays in sight").toBeGreaterThanOrEqual(before);

  await lab.resetButton.click();
  await lab.isAtRest(0);
  await breakTheWorker(lab.page);
  await lab.keyboard.press("ArrowRight"); // a step, unless its next sign of life has failed already
  await expect(lab.notice("Training stopped at step 0")).toBeVisible(); // has a button, and stays
  for (const [width, height] of sizes) {
    await lab.page.setViewportSize({ width, height });
    await lab.frame.evaluate(() => scrollTo(0, 0));
    await expectNothingCovered(lab, `an error at ${width} pixels`);
  }
});

test("in the embed a notice is one line over the charts, and shows all of itself to who points at it", async ({
  lab,
}) => {
  for (const [width, height, tabs] of [
    [640, 420, [CHARTS]],
    [320, 568, CHARTS.map((chart) => [chart])], // one at a time
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await lab.open(`embed=1&${DIVERGES}`);
    await lab.playToTheEnd();
    const card = lab.notice("SGDm diverged");
    await expect(card).toHaveCount(1);
    for (const charts of tabs) {
      const where = `embed of ${width}, ${charts.join(" and ")}`;
      if (tabs.length > 1) await lab.frame.getByRole("tab", { name: charts[0], exact: true }).click();
      await expect.poll(async () => (await card.boundingBox())?.height, where).toBeLessThan(45);
      await expectNothingCovered(lab, where, charts);
      expect((await overflowOf(lab.frame)).height, where).toBe(0);
      await card.hover();
      await expect.poll(async () => (await card.boundingBox())?.height, where).toBeGreaterThan(45);
      await expectNothingCovered(lab, `${where}, pointed at`, charts);
      expect((await overflowOf(lab.frame)).height, where).toBe(0);
    }
  }
});
