import type { Browser, Page } from "@playwright/test";
import { reportOf, trialsOf } from "../scripts/reliability/faults.mjs";
import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { KeptPage } from "./keptPage";
import { numbersOf } from "./testState";

const KILLS = trialsOf("tab");

/** At most so much training may be lost. */
const LOST_MS = 5000;

/** Steps from one kill to the next, the same for each seed: 40 to 80. */
const GAPS = stepsBetween(20).slice(0, KILLS);

/** A busy machine sees a step late: a few more than the gaps. */
const STEPS = 60 + GAPS.reduce((sum, gap) => sum + gap, 0);
const RACE = `task=sine&opt=apo-p,apo-lr,adam,kfac&steps=${STEPS}&seed=5&backend=wasm&at=30:lf=3&views=none`;

function stepsBetween(seed: number): number[] {
  let state = seed;
  return Array.from({ length: 100 }, () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return 40 + Math.floor((40 * state) / 2 ** 32);
  });
}

/** Ends the renderer of a page at once, as a crash does: no event of leaving reaches the page. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {}); // it takes its answer with it
  await crashed;
  await page.close();
}

/** When each step was first seen, until a step is reached. */
async function watch(lab: ExperimentPage, until: number): Promise<{ step: number; at: number }[]> {
  const seen: { step: number; at: number }[] = [];
  while ((seen.at(-1)?.step ?? 0) < until) {
    await lab.reachesStep((seen.at(-1)?.step ?? 0) + 1);
    const { step } = await lab.state();
    seen.push({ step, at: Date.now() });
  }
  return seen;
}

/** The numbers of the race trained without a break, at full speed while the other tab waits for its own. No crash reaches this context. */
async function trainWithoutBreak(browser: Browser) {
  const context = await browser.newContext();
  const lab = new ExperimentPage((await context.newPage()).mainFrame());
  await lab.open(RACE);
  await lab.playToTheEnd();
  const numbers = numbersOf(await lab.state());
  await context.close();
  return numbers;
}

// A context whose page has crashed is not used again.
test.use({ reuseContext: false });

test.setTimeout(60_000 + KILLS * 60_000);

const NAME = `a tab killed ${KILLS} times goes on each time with at most 5 s lost, and ends with the numbers of a run without a break`;

test(NAME, reportOf("tab"), async ({ browser, context, page }) => {
  const lost: number[] = [];
  let reached = 0;
  let lab = new ExperimentPage(page.mainFrame());
  await new KeptPage(lab).open(`${RACE}&speed=25`);
  const unbroken = trainWithoutBreak(browser);
  for (const gap of GAPS) {
    await lab.playButton.click();
    const seen = await watch(lab, reached + gap);
    const killedAt = Date.now();
    await kill(lab.page);
    lab = new ExperimentPage((await context.newPage()).mainFrame());
    const kept = new KeptPage(lab);
    await kept.open(`${RACE}&speed=${lost.length + 1 < KILLS ? 25 : "max"}`);
    await kept.goOnButton.click();
    await expect(lab.stepCount).not.toHaveText("0");
    await lab.isAtRest();
    reached = (await lab.state()).step;
    lost.push(killedAt - (seen.find(({ step }) => step > reached)?.at ?? killedAt));
    expect(Math.max(...lost), `milliseconds lost: ${lost.join(", ")}`).toBeLessThan(LOST_MS);
  }
  test.info().annotations.push({ type: "milliseconds lost", description: lost.join(", ") });
  await lab.playToTheEnd();
  expect(numbersOf(await lab.state())).toEqual(await unbroken);
});
