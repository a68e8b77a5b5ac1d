import type { Frame, Locator } from "@playwright/test";

/** The proximal picture at the top of the page. */
export class PicturePage {
  readonly figure: Locator;
  readonly lambdaFsd: Locator;
  readonly lambdaWsd: Locator;
  readonly fold: Locator;
  readonly show: Locator;
  readonly fsdBall: Locator;
  readonly plot: Locator;
  readonly handle: Locator;
  readonly next: Locator;

  constructor(frame: Frame) {
    this.figure = frame.getByRole("figure", { name: "The proximal step" });
    this.lambdaFsd = this.figure.getByRole("slider", { name: "λ_FSD in the picture" });
    this.lambdaWsd = this.figure.getByRole("slider", { name: "λ_WSD in the picture" });
    this.fold = this.figure.getByRole("button", { name: "Fold the proximal step" });
    this.show = this.figure.getByRole("button", { name: "Show the proximal step" });
    this.plot = this.figure.locator(".plot");
    this.fsdBall = this.plot.locator("ellipse.fsd");
    this.handle = this.plot.locator(".theta-reach");
    this.next = this.plot.locator(".picture-step .ring");
  }

  /** The slider of θ along an axis, which keys alone find. */
  theta(axis: "w₁" | "w₂"): Locator {
    return this.figure.getByRole("slider", { name: `θ in the picture, ${axis}` });
  }

  /** Pixels: the area of the FSD ball but for π, and the length of the step. */
  async size(): Promise<{ ball: number; step: number }> {
    const numbers = (at: Locator, names: readonly string[]) =>
      at.evaluate((one, wanted) => wanted.map((name) => Number(one.getAttribute(name))), names);
    const [rx = 0, ry = 0] = await numbers(this.fsdBall, ["rx", "ry"]);
    const [fromX = 0, fromY = 0] = await numbers(this.handle, ["cx", "cy"]);
    const [toX = 0, toY = 0] = await numbers(this.next, ["cx", "cy"]);
    return { ball: rx * ry, step: Math.hypot(toX - fromX, toY - fromY) };
  }
}
