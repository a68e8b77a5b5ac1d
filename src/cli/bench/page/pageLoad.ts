import type { Page } from "@playwright/test";
import { atMost, type BenchSection, summarise } from "../report/report";
import { type BuiltPage, play, stepsTaken } from "./browserPage";

const SECTION = "Page, loading";

interface Seen {
  /** The proximal picture, with its balls. */
  picture: number | null;
  /** Milliseconds from the start of the navigation; null: not yet. */
  chart: number | null;
  live: number | null;
}

/**
 * From the start of a navigation with an empty cache: to the first frame with the proximal picture, with a line in a chart, and to the first step that
 * this page trained itself. Play is pressed as soon as it may be; a recorded run, where the page has one, paints before that.
 */
export async function benchPageLoad(built: BuiltPage, times: number): Promise<BenchSection> {
  const pictures: number[] = [];
  const charts: number[] = [];
  const lives: number[] = [];
  for (let i = 0; i < times; i++) {
    const page = await built.open("test=1", watchLoad);
    await play(page);
    await stepsTaken(page, 1);
    await page.waitForFunction(() => {
      const { picture, chart, live } = (window as never as { seen: Seen }).seen;
      return picture !== null && chart !== null && live !== null;
    });
    const seen = await page.evaluate(() => (window as never as { seen: Seen }).seen);
    pictures.push(seen.picture as number);
    charts.push(seen.chart as number);
    lives.push(seen.live as number);
    await page.close();
  }
  return {
    rows: [
      { section: SECTION, case: "to the proximal picture", ...summarise(pictures), unit: "ms" },
      { section: SECTION, case: "to the first chart", ...summarise(charts), unit: "ms" },
      { section: SECTION, case: "to the first live step", ...summarise(lives), unit: "ms" },
    ],
    ratios: {},
    goals: [
      atMost("Page: proximal picture painted after the start of loading, ms", 400, summarise(pictures).median),
      atMost("Page: first chart painted after the start of loading, ms", 1000, summarise(charts).median),
      atMost("Page: live training after the start of loading, ms", 2000, summarise(lives).median),
    ],
  };
}

/** Looks once a frame. A frame's time is that of its painting, within 16 ms. */
function watchLoad(page: Page) {
  return page.addInitScript(() => {
    const seen: Seen = { picture: null, chart: null, live: null };
    Object.assign(window, { seen });
    const hook = () => (window as never as { __apo?: { getState(): { step: number; status: string } } }).__apo;
    const look = () => {
      const line = [...document.querySelectorAll("figure path, [role=figure] path")].some(
        (path) => path.matches('[class*="curve"]') && (path.getAttribute("d")?.length ?? 0) > 20,
      );
      if (document.querySelector('[data-testid="picture"] ellipse')) seen.picture ??= performance.now();
      if (line) seen.chart ??= performance.now();
      const state = hook()?.getState();
      if (state && state.step > 0 && state.status === "running") seen.live ??= performance.now();
      if (seen.chart === null || seen.live === null) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
