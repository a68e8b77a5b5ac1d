import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { overflowWithin } from "./look";
import { WORDS } from "./words";

/** A figure in a page of somebody else, by its place there. */
export class HostedFigure {
  readonly element: Locator;
  readonly frame: FrameLocator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly slider: Locator;
  /** Of its first chart: the step under the pointer. */
  readonly stepShown: Locator;

  constructor(page: Page, index: number) {
    this.element = page.locator("apo-figure").nth(index);
    this.frame = this.element.locator("iframe").contentFrame();
    this.play = this.frame.getByRole("button", { name: /^Play( again)?$/ });
    this.pause = this.frame.getByRole("button", { name: WORDS.pause, exact: true });
    this.stepShown = this.frame.getByText(/^at \d+$/).first();
    this.slider = this.frame.getByRole("slider", { name: "λ_FSD", exact: true });
  }

  async start(): Promise<void> {
    await this.element.scrollIntoViewIfNeeded();
    await this.play.click();
    await expect.poll(() => this.step()).toBeGreaterThan(0);
  }

  async step(): Promise<number> {
    return Number(await this.frame.getByTestId("step").textContent());
  }

  /** Calls a method of the element. */
  call(method: string, ...given: unknown[]): Promise<unknown> {
    return this.element.evaluate(
      (element, [name, args]) =>
        (element as unknown as Record<string, (...all: unknown[]) => unknown>)[name]?.(...args),
      [method, given] as const,
    );
  }

  /** A chart as a PNG: its type, and its pixels. */
  pictureSize(chart: string, scale: number): Promise<{ type: string; width: number; height: number }> {
    return this.element.evaluate(
      async (element, [name, size]) => {
        const picture = await (
          element as unknown as { toPNG(chart: string, options: { scale: number }): Promise<Blob> }
        ).toPNG(name, { scale: size });
        const { width, height } = await createImageBitmap(picture);
        return { type: picture.type, width, height };
      },
      [chart, scale] as const,
    );
  }

  /** What it has asked for. */
  height(): Promise<number> {
    return this.element.evaluate((element) => element.getBoundingClientRect().height);
  }

  /** How far what is in the frame reaches over it. */
  overflow(): Promise<{ width: number; height: number }> {
    return overflowWithin(this.frame.locator(":root"));
  }
}

/** Workers that train, of all figures of a page. */
export const trainersOf = (page: Page): number =>
  page.workers().filter((worker) => worker.url().includes("trainer")).length;
