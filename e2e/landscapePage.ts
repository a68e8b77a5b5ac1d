import type { Locator } from "@playwright/test";
import type { TestHook } from "../src/store/hook/testHook";
import { ChartFigure } from "./chartFigure";
import type { ExperimentPage } from "./experimentPage";
import type { TestState } from "./testState";

type Landscape = NonNullable<TestState["landscape"]>;

/** The proximal landscape as a person uses it. */
export class LandscapePage {
  readonly chart: ChartFigure;
  readonly table: Locator;
  readonly steps: Locator;

  constructor(private readonly lab: ExperimentPage) {
    this.chart = new ChartFigure(lab.frame, "Proximal landscape");
    this.table = this.chart.figure.getByRole("table", { name: "Steps of each method from θ" });
    this.steps = this.chart.figure.getByRole("slider", { name: "Steps drawn" });
  }

  /** Where everything starts, for the keys: "w₁" or "w₂". */
  thetaSlider(axis: string): Locator {
    return this.chart.figure.getByRole("slider", { name: `θ, ${axis}` });
  }

  problem(name: string): Locator {
    return this.chart.figure.getByRole("button", { name, exact: true });
  }

  /** The landscape once the worker has answered for what the page shows now. */
  async answered(): Promise<Landscape> {
    await this.lab.frame.waitForFunction(
      () => (window as unknown as { __apo: TestHook }).__apo.getState().landscape?.status === "ready",
      undefined,
      { polling: 100 }, // not with every frame: the whole state is a copy
    );
    const { landscape } = await this.lab.state();
    if (!landscape) throw new Error("The landscape is closed.");
    return landscape;
  }

  /** Width and height of a ball as drawn, in pixels. */
  ballSize(ball: "fsd" | "wsd"): Promise<{ width: number; height: number }> {
    return this.chart.figure.locator(`[data-ball=${ball}]`).evaluate((shape) => {
      const { width, height } = (shape as SVGGraphicsElement).getBBox();
      return { width, height };
    });
  }

  /** Drags θ by so many pixels. */
  async dragTheta(right: number, down: number): Promise<void> {
    const dot = this.chart.figure.locator(".theta-dot");
    await dot.scrollIntoViewIfNeeded();
    const box = await dot.boundingBox();
    if (!box) throw new Error("θ is not on screen.");
    const { mouse } = this.lab.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + right, y + down, { steps: 8 });
    await mouse.up();
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.lab.frame.getByRole("rowheader", { name }) });
  }
}
