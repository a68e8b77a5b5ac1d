import { chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "../../../scripts/chromium.mjs";
import { listen, serveBuild } from "../../../scripts/serve.mjs";
import { atMost, type BenchReport, percentile, summarise } from "./report";

const PORT = 4175;

/** The figures of the built page in a headless Chromium without a GPU: long tasks, slider to screen, Pause to standstill. */
export async function benchPage(drags: number): Promise<Omit<BenchReport, "machine">> {
  const close = await listen(PORT, await serveBuild());
  const browser = await chromium.launch({ executablePath: ensureChromium() ?? undefined, args: [...CHROMIUM_ARGS] });
  try {
    const open = async (query: string) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      // tsx names the functions it compiles by a helper that the page does not have
      await page.addInitScript("globalThis.__name = (f) => f");
      await page.goto(`http://localhost:${PORT}/?${query}`);
      await page.getByRole("button", { name: "Play", exact: true }).click({ timeout: 120_000 });
      return page;
    };
    const images = await open("test=1&task=cifar10&images=2000&batch=64");
    await stepsTaken(images, 2);
    const longest = await longestTask(images, 15_000);
    const pauses = await pauseDelays(images, 5);
    await images.close();

    const sine = await open("test=1&task=sine&k=1&steps=100000");
    await stepsTaken(sine, 50);
    const latencies = await dragDelays(sine, drags);
    await sine.close();

    const drag = percentile(latencies, 0.95);
    const pause = Math.max(...pauses);
    return {
      rows: [
        { case: "cifar10, race of five: main-thread task over 50 ms", ...summarise(longest), unit: "ms" },
        { case: "cifar10, race of five: Pause to standing counters", ...summarise(pauses), unit: "ms" },
        { case: "sine, race of five, K = 1: λ_FSD drag to first changed point", ...summarise(latencies), unit: "ms" },
      ],
      ratios: {},
      goals: [
        atMost("Longest main-thread task while cifar10 trains, ms (0: none above 50)", 100, Math.max(...longest)),
        atMost("λ drag to the first changed point on screen, sine, K = 1, p95, ms", 250, drag),
        atMost("Pause to standing counters, cifar10, longest of five, ms", 300, pause),
      ],
    };
  } finally {
    await browser.close();
    await close();
  }
}

/** Waits until the page counts this many steps. */
async function stepsTaken(page: Page, steps: number): Promise<void> {
  await page.waitForFunction(
    (least) => Number(document.querySelector('[data-testid="step"]')?.textContent) >= least,
    steps,
    {
      timeout: 180_000,
      polling: 100,
    },
  );
}

/** Durations of all main-thread tasks above 50 ms in a stretch of training; [0] where there is none. */
function longestTask(page: Page, durationMs: number): Promise<number[]> {
  return page.evaluate(async (duration) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: "longtask" });
    await new Promise((resolve) => setTimeout(resolve, duration));
    observer.disconnect();
    return tasks.length > 0 ? tasks : [0];
  }, durationMs);
}

/** From a click on Pause to the last change of a counter or of the button's name, each time, with Play between. */
async function pauseDelays(page: Page, times: number): Promise<number[]> {
  const delays: number[] = [];
  for (let i = 0; i < times; i++) {
    delays.push(
      await page.evaluate(async () => {
        const named = (name: string) =>
          [...document.querySelectorAll("button")].find((button) => button.textContent?.trim() === name);
        let changedAt = 0;
        const observer = new MutationObserver(() => {
          changedAt = performance.now();
        });
        for (const id of ["step", "meta-step"]) {
          const counter = document.querySelector(`[data-testid="${id}"]`);
          if (counter) observer.observe(counter, { childList: true, characterData: true, subtree: true });
        }
        const pressed = performance.now();
        named("Pause")?.click();
        let stoodAt = Number.NaN;
        // a lockstep step of five takes about 200 ms: two seconds of rest prove the standstill
        while (performance.now() - pressed < 2500) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (Number.isNaN(stoodAt) && named("Play")) stoodAt = performance.now();
        }
        observer.disconnect();
        named("Play")?.click();
        return Math.max(stoodAt, changedAt) - pressed;
      }),
    );
    const counted = Number(await page.getByTestId("step").textContent());
    await stepsTaken(page, counted + 1);
  }
  return delays;
}

/**
 * From moving the λ_FSD slider to the frame in which the learning-rate chart first shows the step that the move acts in:
 * the chart names its last step in words ("at 120"), and the run's state names the step of the move.
 */
async function dragDelays(page: Page, drags: number): Promise<number[]> {
  const delays: number[] = [];
  for (let i = 0; i < drags; i++) {
    delays.push(
      await page.evaluate(async (drag) => {
        const slider = document.querySelector<HTMLInputElement>('input[type="range"][aria-label="λ_FSD"]');
        const chart = document.querySelector(
          '[role="figure"][aria-label="Learning rate"], figure[aria-label="Learning rate"]',
        );
        if (!slider || !chart) throw new Error("The page has no λ_FSD slider or no learning-rate chart.");
        const hook = (window as never as { __apo: { getState(): { interventions: { step: number }[] } } }).__apo;
        const before = hook.getState().interventions.length;
        const [low, high] = [Number(slider.min), Number(slider.max)];
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
        const moved = performance.now();
        setValue?.call(slider, String(low + (high - low) * (drag % 2 === 0 ? 0.4 : 0.7)));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const drawn = () => Number(/at (\d+)/.exec(chart.textContent ?? "")?.[1] ?? -1);
        let shown = drawn();
        for (;;) {
          const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
          if (now - moved > 10_000) throw new Error("The move did not reach the chart within 10 s.");
          if (drawn() === shown) continue;
          shown = drawn();
          const move = hook.getState().interventions[before];
          if (move && shown >= move.step) return now - moved;
        }
      }, i),
    );
    await new Promise((resolve) => setTimeout(resolve, 120 + 37 * (i % 7)));
  }
  return delays;
}
