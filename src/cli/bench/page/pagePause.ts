import type { Page } from "@playwright/test";
import { stepsTaken } from "./browserPage";

/** From a click on Pause to the last change of a counter or of the button's name, each time, with Play between. */
export async function pauseDelays(page: Page, times: number): Promise<number[]> {
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
