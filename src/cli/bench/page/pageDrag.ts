import type { Page } from "@playwright/test";

/**
 * From moving the λ_FSD slider to the frame in which the learning-rate chart first shows the step that the move acts in:
 * the chart names its last step in words ("at 120"), and the run's state names the step of the move.
 */
export async function dragDelays(page: Page, drags: number): Promise<number[]> {
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

/** From moving λ_FSD under the proximal picture to the first frame in which a ball of another size is drawn. */
export async function pictureDelays(page: Page, moves: number): Promise<number[]> {
  const delays: number[] = [];
  for (let i = 0; i < moves; i++) {
    delays.push(
      await page.evaluate(async (move) => {
        const slider = document.querySelector<HTMLInputElement>('input[aria-label="λ_FSD in the picture"]');
        if (!slider) throw new Error("The page has no proximal picture.");
        const ball = () => document.querySelector('[data-testid="picture"] ellipse.fsd')?.getAttribute("rx");
        const before = ball();
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
        const moved = performance.now();
        setValue?.call(slider, String(Number(slider.max) * (move % 2 === 0 ? 0.4 : 0.7)));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        for (;;) {
          const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
          if (ball() !== before) return now - moved;
          if (now - moved > 10_000) throw new Error("The move did not reach the picture within 10 s.");
        }
      }, i),
    );
    await new Promise((resolve) => setTimeout(resolve, 120 + 37 * (i % 7)));
  }
  return delays;
}
