import type { Locator } from "@playwright/test";
import { ChartFigure } from "./chartFigure";
import type { ExperimentPage } from "./experimentPage";

const TITLE = "Spectrum over time";

/** The view of eigenvalues by step, its choice of layers and its table of numbers. */
export class SpectrumPage {
  readonly chart: ChartFigure;
  /** "all layers", "dense1", … */
  readonly layers: Locator;

  constructor(private readonly lab: ExperimentPage) {
    this.chart = new ChartFigure(lab.frame, TITLE);
    this.layers = this.chart.figure.getByRole("toolbar", { name: "Layer" });
  }

  layer(name: string): Locator {
    return this.layers.getByRole("button", { name, exact: true });
  }

  /** A method's numbers as the table shows them, and how they are known. */
  async numbersOf(method: string) {
    const [smallest, largest, conditionNumber, trace, known] = await this.lab.views.rowOf(TITLE, method);
    const numbers = { smallest, largest, conditionNumber, trace };
    return {
      ...(Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])) as Record<
        keyof typeof numbers,
        number
      >),
      known,
    };
  }

  /** Eigenvalue at which the map is strongest at its left end, read off the ticks of its axis. */
  async strongestAtTheStart(): Promise<number> {
    return this.chart.figure.evaluate((figure) => {
      const canvas = figure.querySelector("canvas") as HTMLCanvasElement;
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const alpha = (row: number, column: number) => data[4 * (row * width + column) + 3] ?? 0;
      const rows = [...Array(height).keys()];
      const left = [...Array(width).keys()].find((column) => rows.some((row) => alpha(row, column) > 0)) ?? 0;
      const strongest = Math.max(...rows.map((row) => alpha(row, left)));
      const peak = rows.filter((row) => alpha(row, left) === strongest);
      const y = canvas.getBoundingClientRect().top + ((peak[0] ?? 0) + (peak.at(-1) ?? 0) + 1) / 2;
      const ticks = [...(canvas.parentElement?.querySelectorAll('text.tick[text-anchor="end"]') ?? [])].map((text) => {
        const box = text.getBoundingClientRect();
        const value = Number((text.textContent ?? "").replace("\u2212", "-"));
        return { log: Math.log10(value), y: (box.top + box.bottom) / 2 };
      });
      const [low, high] = [ticks[0], ticks.at(-1)];
      if (!low || !high) throw new Error("The axis has no ticks.");
      return 10 ** (low.log + ((low.y - y) / (low.y - high.y)) * (high.log - low.log));
    });
  }
}
