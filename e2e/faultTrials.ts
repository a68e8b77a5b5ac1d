import { type Browser, expect, type Page } from "@playwright/test";
import { type FaultId, reportOf, trialsOf } from "../scripts/reliability/faults.mjs";
import { generator } from "../src/store/testing/generator";
import { ExperimentPage } from "./experimentPage";
import { test } from "./fixtures";

/** A loss is noticed in seconds; on a machine where the page itself is late, its lateness does not count as silence, and it takes longer. */
const NOTICED = { timeout: 120_000 };

/** What one trial of a fault is given. */
export interface Trial {
  /** Its number, from 0. */
  at: number;
  /** Where in the run it comes, in [0, 1): the same in every run of the tests. */
  draw: number;
  browser: Browser;
}

interface TrialOptions {
  /** Pages that are tried side by side: what is waited for takes no processor. */
  atOnce?: number;
  secondsEach?: number;
}

/** A test of a fault, with as many trials as the table of faults says, each in a page of its own. Whatever fails names its trial. */
export function faultTest(
  fault: FaultId,
  name: string,
  trial: (lab: ExperimentPage, given: Trial) => Promise<void>,
  { atOnce = 3, secondsEach = 150 }: TrialOptions = {},
): void {
  const count = trialsOf(fault);
  test(`${name}, in ${count} trials`, reportOf(fault), async ({ context, browser, guard: _ }) => {
    test.setTimeout(60_000 + count * secondsEach * 1000);
    const { next } = generator(23);
    const trials = Array.from({ length: count }, (_, at): Trial => ({ at, draw: next(), browser }));
    const takeTrials = async () => {
      for (let given = trials.shift(); given; given = trials.shift()) {
        const page = await context.newPage();
        await page.addInitScript(keepNotices);
        await test.step(`trial ${given.at + 1} of ${count}`, () =>
          trial(new ExperimentPage(page.mainFrame()), given as Trial));
        await page.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, count) }, takeTrials));
  });
}

interface Told extends Window {
  toldByPage: Set<string>;
}

/** Every notice that the page shows is written down: what needs no answer goes away by itself, on a busy machine before a test looks. */
function keepNotices(): void {
  const told = new Set<string>();
  (window as unknown as Told).toldByPage = told;
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll(".notices .notice")) told.add(textContent ?? "");
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

/** In a trial of a fault: the page has told this in one notice, be it on screen still or not. */
export async function hasTold({ page }: { page: Page }, ...parts: readonly (string | RegExp)[]): Promise<void> {
  const isIn = (text: string) =>
    parts.every((part) => (typeof part === "string" ? text.includes(part) : part.test(text)));
  const told = () => page.evaluate(() => [...(window as unknown as Told).toldByPage]);
  await expect
    .poll(async () => (await told()).filter(isIn), { message: `a notice with ${parts.join(" and ")}`, ...NOTICED })
    .not.toEqual([]);
}

/** A whole number from `least` to `most`, by a draw in [0, 1). */
export const between = (least: number, most: number, draw: number): number =>
  least + Math.floor(draw * (most - least + 1));

/** Trains to a step, and plays on at five steps a second: what is done next comes in the middle of a race, on a busy machine, too. */
export async function playFrom(lab: ExperimentPage, step: number): Promise<void> {
  await lab.hook.runTo(step);
  await lab.speed.selectOption({ label: "5/s" });
  await lab.playButton.click();
  await lab.reachesStep(step + 1);
}

/** What a page without any fault comes to, read once in a context of its own. */
export function unbroken<Result>(
  read: (lab: ExperimentPage) => Promise<Result>,
): (browser: Browser) => Promise<Result> {
  let result: Promise<Result> | null = null;
  const open = async (browser: Browser) => {
    const context = await browser.newContext();
    const found = await read(new ExperimentPage((await context.newPage()).mainFrame()));
    await context.close();
    return found;
  };
  return (browser) => (result ??= open(browser));
}
