import type { Page } from "@playwright/test";

/** From moving the scrubber to the frame in which the loss chart reads the step it was moved to, back and forth over the run. */
export async function scrubDelays(page: Page, moves: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][aria-label="Step shown"]');
    const chart = document.querySelector('figure[aria-label="Loss"]');
    if (!slider || !chart) throw new Error("The page has no scrubber or no loss chart.");
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    const delays: number[] = [];
    for (let move = 0; move < count; move++) {
      const step = Math.round(Number(slider.max) * (0.05 + 0.9 * ((move * 0.618) % 1)));
      const moved = performance.now();
      setValue?.call(slider, String(step));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      for (;;) {
        const now = await frame();
        if (now - moved > 10_000) throw new Error("The move did not reach the chart within 10 s.");
        if (!chart.textContent?.includes(`at ${step}`)) continue;
        delays.push(now - moved);
        break;
      }
      for (let rest = 0; rest < 12; rest++) await frame(); // what else the move draws is over
    }
    return delays;
  }, moves);
}
