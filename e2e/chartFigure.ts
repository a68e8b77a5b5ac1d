import { expect, type Frame, type Locator } from "@playwright/test";
import { LabHook } from "./labHook";

/** A chart as a person reads it: title, axes, names and numbers at the lines' ends, and the rule under the pointer. */
export class ChartFigure {
  readonly figure: Locator;
  /** "at 59": the step whose values stand beside the names. */
  readonly stepShown: Locator;
  /** The sum over the terms of the objective. */
  readonly total: Locator;
  /** Q and its terms in numbers, above the objective. */
  readonly equation: Locator;
  /** What the chart says, in words. */
  readonly summary: Locator;

  constructor(
    private readonly frame: Frame,
    name: string,
  ) {
    this.figure = frame.getByRole("figure", { name, exact: true });
    this.stepShown = this.figure.getByText(/^at \d+$/);
    this.total = this.figure.locator("text.total");
    this.equation = this.figure.locator("figcaption .numbers");
    this.summary = this.figure.getByRole("paragraph");
  }

  /** Waits until nothing trains, and all of it is analysed and drawn. */
  async settled(): Promise<void> {
    await new LabHook(this.frame).whenSettled();
  }

  /** A text drawn in the chart, whole: an axis title, a tick, a name. */
  text(text: string | RegExp): Locator {
    return this.figure.getByText(text, { exact: true });
  }

  /** A run in the key of the chart. */
  keyOf(name: string): Locator {
    return this.figure.locator("figcaption").getByText(name, { exact: true });
  }

  /** What an axis counts. */
  axisTitle(title: string): Locator {
    return this.figure.locator("svg.plot-text > text:is(:not([class]), .axis-title)").filter({ hasText: title });
  }

  /** "and 6 more": opens the list of runs that there is no room to name. */
  get rest(): Locator {
    return this.figure.locator("summary").filter({ hasText: /^and \d+ more$/ });
  }

  /** The runs in that list. */
  get restOfRuns(): Locator {
    return this.figure.getByRole("list", { name: "Runs not named in the figure" });
  }

  /** Every run that the figure names, at a line, in its key or in its list. */
  namedRuns(): Promise<string[]> {
    return this.figure.locator("text.label, .keys > span, .rest-of-runs li").allTextContents();
  }

  /** How much of the figure's width the axes take. */
  async plotShare(): Promise<number> {
    const axis = await this.figure.locator(".recharts-xAxis .recharts-cartesian-axis-line").first().boundingBox();
    const figure = await this.figure.boundingBox();
    return (axis?.width ?? 0) / (figure?.width ?? 1);
  }

  /** A number beside an axis. */
  tick(text: string): Locator {
    return this.figure.locator("text.tick").filter({ hasText: new RegExp(`^${text}$`) });
  }

  /** The number beside a name at the lines' ends. */
  valueOf(name: string): Locator {
    return this.figure
      .locator("g")
      .filter({ has: this.frame.getByText(name, { exact: true }) })
      .locator("text.value");
  }

  /** The number beside a name as a number. */
  async readValueOf(name: string): Promise<number> {
    return Number(await this.valueOf(name).textContent());
  }

  /** The number at the left end of its x-axis, or the first one after it. */
  get tickAtStart(): Locator {
    return this.figure.locator('text.tick[text-anchor="middle"]').first();
  }

  /** The highest number beside its y-axis. */
  async topTick(): Promise<number> {
    return Math.max(...(await this.figure.locator('text.tick[text-anchor="end"]').allTextContents()).map(Number));
  }

  /** Marks of values that an axis leaves out. */
  get cutMarks(): Locator {
    return this.figure.locator("path.cut");
  }

  /** The faint lines of what was measured, behind averages. */
  get rawLines(): Locator {
    return this.figure.locator("path.raw");
  }

  /** The steps that are being marked. */
  get brush(): Locator {
    return this.figure.locator(".brush");
  }

  /** Points at a place of the x-axis, 0 left and 1 right, roughly. */
  async pointAt(share: number): Promise<void> {
    const box = await this.figure.boundingBox();
    const { x } = await this.spotAt(share);
    await this.figure.hover({ position: { x: x - (box?.x ?? 0), y: (box?.height ?? 0) / 2 } });
  }

  /** Such a place in the window, at half the height of the figure. */
  async spotAt(share: number): Promise<{ x: number; y: number }> {
    const box = await this.figure.boundingBox();
    if (!box) throw new Error("The chart is not on screen.");
    // The axes leave room for tick labels on the left and for names and values on the right.
    const [left, right] = [45, 140];
    return { x: box.x + left + share * (box.width - left - right), y: box.y + box.height / 2 };
  }

  /** Drags a mouse over a part of the x-axis. */
  async mark(from: number, to: number): Promise<void> {
    await this.pointAt(from);
    const end = await this.spotAt(to);
    const { mouse } = this.figure.page();
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 8 });
    await expect(this.brush).toBeVisible();
    await mouse.up();
  }
}
