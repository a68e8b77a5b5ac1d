import type { Browser, CDPSession, Page } from "@playwright/test";
import { listen, serveBuild } from "../../../../scripts/serve.mjs";
import { VIEW_IDS, type ViewId } from "../../../config/tables/views";
import { launchChromium } from "../browser/launch";
import { atMost, type BenchSection, summarise } from "../report/report";

const PORT = 4176;
/** The views whose price is held against a goal. */
const PRICED: readonly ViewId[] = ["spectrum", "gap", "landscape"];
const STRETCH_MS = 6000;
const SETTLED = 2000;
const SECTION = "Views";

/**
 * What the views cost, in the built page: steps per second with and without spectrum, gap and landscape, in alternating
 * stretches; then one long run of `sine` with all views open, for tensors, heap and long tasks.
 */
export async function benchViews(rounds: number, steps: number): Promise<BenchSection> {
  const close = await listen(PORT, await serveBuild());
  const browser = await launchChromium();
  try {
    const prices = [];
    for (const task of ["sine", "linear"]) prices.push(await priceOfViews(browser, task, rounds));
    const long = await longRun(browser, steps);
    const heap = (100 * (long.heapEnd - long.heapSettled)) / long.heapSettled;
    return {
      rows: [
        ...prices.flatMap(({ task, withViews, without }) => [
          {
            section: SECTION,
            case: `${task}, race of the task: without views`,
            ...summarise(without),
            unit: "steps/s",
          },
          {
            section: SECTION,
            case: `${task}, race of the task: spectrum, gap, landscape`,
            ...summarise(withViews),
            unit: "steps/s",
          },
        ]),
        {
          section: SECTION,
          case: `sine, ${steps} steps, all views: main-thread task over 50 ms`,
          ...summarise(long.tasks),
          unit: "ms",
        },
        {
          section: SECTION,
          case: "heap after collection, logs let go, after 2,000 steps",
          ...summarise([long.heapSettled]),
          unit: "MB",
        },
        {
          section: SECTION,
          case: `heap after collection, logs let go, after ${steps} steps`,
          ...summarise([long.heapEnd]),
          unit: "MB",
        },
        {
          section: SECTION,
          case: `heap after collection with the logs of ${steps} steps`,
          ...summarise([long.heapWithLogs]),
          unit: "MB",
        },
      ],
      ratios: Object.fromEntries(prices.map(({ task, ratio }) => [`${task}: steps/s with views over without`, ratio])),
      goals: [
        ...prices.map(({ task, ratio }) =>
          atMost(`${task}: share of steps per second that spectrum, gap and landscape cost`, 0.1, 1 - ratio),
        ),
        atMost(`Tensors more after ${steps} steps than after 2,000`, 0, long.tensorsEnd - long.tensorsSettled),
        atMost("Heap less the logs: growth after the first 2,000 steps, %", 10, heap),
        atMost("Longest main-thread task with all views, ms (0: none above 50)", 100, Math.max(...long.tasks)),
      ],
    };
  } finally {
    await browser.close();
    await close();
  }
}

async function open(browser: Browser, query: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // tsx names the functions it compiles by a helper that the page does not have
  await page.addInitScript("globalThis.__name = (f) => f");
  await before?.(page);
  await page.goto(`http://localhost:${PORT}/?test=1&snapshots=clock&clock=wall&${query}`);
  await page
    .getByRole("button", { name: "Play", exact: true })
    .and(page.locator(":enabled"))
    .waitFor({ timeout: 120_000 });
  return page;
}

/** A page whose training worker never hears of an analysis worker: no preconditioner is copied, no spectrum found. */
function withoutAnalysis(page: Page) {
  return page.addInitScript(() => {
    const post = Worker.prototype.postMessage as (message: unknown, transfer?: unknown) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown) {
      if ((message as { type?: string }).type !== "connectAnalysis") post.call(this, message, transfer ?? []);
    } as typeof Worker.prototype.postMessage;
  });
}

const stepOf = async (page: Page): Promise<number> => Number(await page.getByTestId("step").textContent());

/** Steps per second of a stretch of training, between two presses of the button. */
async function stepsPerSecond(page: Page): Promise<number> {
  await page.bringToFront();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(500);
  const [from, start] = [await stepOf(page), performance.now()];
  await page.waitForTimeout(STRETCH_MS);
  const [to, end] = [await stepOf(page), performance.now()];
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.waitForTimeout(500);
  return (1000 * (to - from)) / (end - start);
}

/** Stretches of one page with the views and one without take turns, so that a noisy machine slows both. */
async function priceOfViews(browser: Browser, task: string, rounds: number) {
  const query = `task=${task}&steps=100000`;
  const bare = await open(browser, `${query}&views=none`, withoutAnalysis);
  const full = await open(browser, `${query}&views=${PRICED.join(",")}`);
  const withViews: number[] = [];
  const without: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const rates = { without: await stepsPerSecond(bare), with: await stepsPerSecond(full) };
    if (round === 0) continue; // warms up
    without.push(rates.without);
    withViews.push(rates.with);
  }
  await bare.close();
  await full.close();
  const ratio = summarise(withViews.map((rate, i) => rate / (without[i] as number))).median;
  return { task, withViews, without, ratio };
}

/** Megabytes of the page's heap after collection. */
async function heapOf(page: Page, session: CDPSession): Promise<number> {
  await page.waitForTimeout(1500);
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

const tensorsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () => (window as never as { __apo: { getState(): { tensors: number | null } } }).__apo.getState().tensors ?? -1,
  );

async function playTo(page: Page, step: number): Promise<void> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  // by what is on screen: asking for the whole state would be a long task of its own
  await page.waitForFunction(
    (wanted) =>
      Number(document.querySelector('[data-testid="step"]')?.textContent) >= wanted &&
      [...document.querySelectorAll("button")].some((button) => button.textContent?.trim() === "Play"),
    step,
    { timeout: 1_800_000, polling: 1000 },
  );
  await page.waitForTimeout(2500); // spectra, gaps and the rest of this step arrive
}

/** Back to step 0, and a few steps on: what the page remembers of the last drawings is of a short run again, but for what leaks. */
async function letGo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.waitForFunction(
    () => (window as never as { __apo: { getState(): { status: string } } }).__apo.getState().status === "idle",
    null,
    { timeout: 60_000, polling: 200 },
  );
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(5000);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.waitForTimeout(3000);
}

/** The same page trains 2,000 steps and then all: what it holds after each, with and without its logs. */
async function longRun(browser: Browser, steps: number) {
  const query = (length: number) => `task=sine&steps=${length}&views=${VIEW_IDS.join(",")}`;
  const page = await open(browser, query(SETTLED));
  const session = await page.context().newCDPSession(page);
  await playTo(page, SETTLED);
  const tensorsSettled = await tensorsOf(page);
  await letGo(page);
  const heapSettled = await heapOf(page, session);
  await page.close();

  const long = await open(browser, query(steps));
  const longSession = await long.context().newCDPSession(long);
  await long.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  await playTo(long, steps);
  const tasks = await long.evaluate(() => [...(window as never as { longTasks: number[] }).longTasks]);
  const tensorsEnd = await tensorsOf(long);
  const heapWithLogs = await heapOf(long, longSession);
  await letGo(long);
  const heapEnd = await heapOf(long, longSession);
  await long.close();
  return { tensorsSettled, tensorsEnd, heapSettled, heapEnd, heapWithLogs, tasks: tasks.length > 0 ? tasks : [0] };
}
