import type { Page } from "@playwright/test";
import { stepsTaken } from "./browserPage";

/** Milliseconds from clicks on Pause. */
export interface PauseDelays {
  /** To the frame in which the button no longer says Pause. */
  shown: number[];
  /** To the last change of a counter or of the button's name. */
  stood: number[];
}

/** Longer than a lockstep step takes that is measured here: so long a rest proves the standstill. */
const REST_MS = 2500;

/** Presses Pause so many times, each at another place in a step, with Play between. */
export async function pauseDelays(page: Page, times: number): Promise<PauseDelays> {
  const delays: PauseDelays = { shown: [], stood: [] };
  for (let i = 0; i < times; i++) {
    await page.waitForTimeout((1000 * i) / times);
    const { shown, stood } = await page.evaluate(pressPause, REST_MS);
    delays.shown.push(shown);
    delays.stood.push(stood);
    const counted = Number(await page.getByTestId("step").textContent());
    await stepsTaken(page, counted + 1);
  }
  return delays;
}

/** In the page: Pause, a look at what follows until it has rested, and Play. */
async function pressPause(restMs: number): Promise<{ shown: number; stood: number }> {
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
  let shownAt = Number.NaN;
  named("Pause")?.click();
  requestAnimationFrame(function look() {
    if (named("Pause")) requestAnimationFrame(look);
    else shownAt = performance.now();
  });
  let stoodAt = Number.NaN;
  while (!(performance.now() - Math.max(pressed, changedAt, stoodAt) > restMs)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (Number.isNaN(stoodAt) && named("Play")) stoodAt = performance.now();
  }
  observer.disconnect();
  named("Play")?.click();
  return { shown: shownAt - pressed, stood: Math.max(stoodAt, changedAt) - pressed };
}
