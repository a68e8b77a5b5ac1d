import type { Page } from "@playwright/test";

export interface Frames {
  /** Milliseconds of all main-thread tasks above 50 ms; [0] where there is none. */
  tasks: number[];
  /** Animation frames per second. */
  perSecond: number;
}

/** Watches the main thread while something happens: training for a stretch, or until a step. */
export async function watchFrames(page: Page, happens: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: "longtask" });
    let frames = 0;
    let isOver = false;
    const count = () => {
      frames++;
      if (!isOver) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const begun = performance.now();
    const endWatch = (): Frames => {
      const perSecond = (1000 * frames) / (performance.now() - begun);
      isOver = true;
      tasks.push(...observer.takeRecords().map((entry) => entry.duration));
      observer.disconnect();
      return { tasks: tasks.length > 0 ? tasks : [0], perSecond };
    };
    Object.assign(window, { endWatch });
  });
  await happens();
  return page.evaluate(() => (window as never as { endWatch(): Frames }).endWatch());
}
