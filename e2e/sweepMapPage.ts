import type { Locator } from "@playwright/test";
import { seriousFaults } from "./accessibilityFaults";
import type { ExperimentPage } from "./experimentPage";
import type { TestState } from "./testState";

type SweepState = TestState["sweepMap"];
type Cell = SweepState["cells"][number];

/** The map over λ_FSD and λ_WSD, as a person finds it. */
export class SweepMapPage {
  readonly figure: Locator;
  readonly compute: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  readonly stepsChoice: Locator;
  /** The exact numbers of one cell. */
  readonly readout: Locator;
  readonly summary: Locator;
  readonly table: Locator;
  readonly lambdaFsd: Locator;
  readonly lambdaWsd: Locator;

  constructor(private readonly lab: ExperimentPage) {
    this.figure = lab.frame.getByRole("figure", { name: "Sweep map", exact: true });
    this.compute = this.figure.getByRole("button", { name: /^Compute/ });
    this.cancel = this.figure.getByRole("button", { name: "Cancel", exact: true });
    this.progress = this.figure.getByRole("progressbar", { name: /^Row \d of 8$/ });
    this.stepsChoice = this.figure.getByRole("combobox", { name: "Steps of each cell" });
    this.readout = this.figure.locator(".map-readout");
    this.summary = this.figure.getByText(/^Sweep map( of|:)/);
    this.table = this.figure.getByRole("table", { name: /^Sweep map, / });
    this.lambdaFsd = this.figure.getByRole("slider", { name: "λ_FSD in the map" });
    this.lambdaWsd = this.figure.getByRole("slider", { name: "λ_WSD in the map" });
  }

  async state(): Promise<SweepState> {
    return (await this.lab.state()).sweepMap;
  }

  /** Computes a map and waits until it is done. */
  async computeAll(): Promise<readonly Cell[]> {
    await this.compute.click();
    await this.compute.waitFor();
    return (await this.state()).cells;
  }

  shows(quantity: "loss" | "η"): Locator {
    return this.figure.getByRole("group", { name: "Colours show" }).getByRole("radio", { name: quantity, exact: true });
  }

  /** Middle of a cell on the screen, shifted by shares of its size. */
  async pixelOf(lambdaFsd: number, lambdaWsd: number, shift = { x: 0, y: 0 }): Promise<{ x: number; y: number }> {
    await this.figure.scrollIntoViewIfNeeded();
    const cell = this.figure.locator(`rect[data-lambdas="${lambdaFsd} ${lambdaWsd}"]`);
    const box = await cell.boundingBox();
    if (!box) throw new Error(`The cell ${lambdaFsd}, ${lambdaWsd} is not on screen.`);
    return { x: box.x + (0.5 + shift.x) * box.width, y: box.y + (0.5 + shift.y) * box.height };
  }

  async press(lambdaFsd: number, lambdaWsd: number): Promise<void> {
    const { x, y } = await this.pixelOf(lambdaFsd, lambdaWsd);
    await this.lab.page.mouse.click(x, y);
  }

  /** Drags the point from one cell to another, or to a place shifted from its middle by shares of its size. */
  async drag(
    from: readonly [lambdaFsd: number, lambdaWsd: number],
    to: readonly [lambdaFsd: number, lambdaWsd: number],
    shift: { x: number; y: number },
  ): Promise<void> {
    const [start, end] = [await this.pixelOf(...from), await this.pixelOf(...to, shift)];
    const { mouse } = this.lab.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 5 });
    await mouse.up();
  }

  async pointAt(lambdaFsd: number, lambdaWsd: number): Promise<void> {
    const { x, y } = await this.pixelOf(lambdaFsd, lambdaWsd);
    await this.lab.page.mouse.move(x, y);
  }

  /** What axe finds in the figure that is serious or worse. */
  seriousFaults(): Promise<string[]> {
    return seriousFaults(this.lab.page, "figure.sweepMap");
  }
}
