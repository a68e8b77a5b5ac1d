import type { Page } from "@playwright/test";

export interface Frames {
  /** Milliseconds of all main-thread tasks above 50 ms; [0] where there is none. */
  tasks: number[];
  /** Animation frames per second. */
  perSecond: number;
}

/** Watches the main thread for a stretch of training. */
export function watchFrames(page: Page, durationMs: number): Promise<Frames> {
  return page.evaluate(async (duration) => {
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
    await new Promise((resolve) => setTimeout(resolve, duration));
    const perSecond = (1000 * frames) / (performance.now() - begun);
    isOver = true;
    observer.disconnect();
    return { tasks: tasks.length > 0 ? tasks : [0], perSecond };
  }, durationMs);
}
