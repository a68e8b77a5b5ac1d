import type { Frame, Locator } from "@playwright/test";

/** A chart as a person reads it: title, axes, names and numbers at the lines' ends, and the rule under the pointer. */
export class ChartFigure {
  readonly figure: Locator;
  /** "at 59": the step whose values stand beside the names. */
  readonly stepShown: Locator;

  constructor(frame: Frame, name: string) {
    this.figure = frame.getByRole("figure", { name, exact: true });
    this.stepShown = this.figure.getByText(/^at \d+$/);
  }

  /** A text drawn in the chart, whole: an axis title, a tick, a name. */
  text(text: string | RegExp): Locator {
    return this.figure.getByText(text, { exact: true });
  }

  /** The number beside a name at the lines' ends. */
  valueOf(name: string): Locator {
    return this.figure
      .locator("g")
      .filter({ has: this.text(name) })
      .locator("text.value");
  }

  /** The number beside a name as a number. */
  async readValueOf(name: string): Promise<number> {
    return Number(await this.valueOf(name).textContent());
  }

  /** Points at a place of the x-axis, 0 left and 1 right, roughly. */
  async pointAt(share: number): Promise<void> {
    const box = await this.figure.boundingBox();
    if (!box) throw new Error("The chart is not on screen.");
    // The axes leave room for tick labels on the left and for names and values on the right.
    const [left, right] = [45, 160];
    await this.figure.hover({ position: { x: left + share * (box.width - left - right), y: box.height / 2 } });
  }
}
