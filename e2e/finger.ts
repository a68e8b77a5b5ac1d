import type { CDPSession, Locator, Page } from "@playwright/test";

export interface Spot {
  x: number;
  y: number;
}

/** How many moves a swipe is made of. */
const MOVES = 8;

/** A finger on the page: real touch events, which the browser takes for taps, drags and scrolls as it would on a phone. */
export class Finger {
  private session: CDPSession | null = null;

  constructor(private readonly page: Page) {}

  tap({ x, y }: Spot): Promise<void> {
    return this.page.touchscreen.tap(x, y);
  }

  /** A tap on the middle of a control, once it is in sight and still; also where the browser was opened without a touch screen. */
  async touchOn(control: Locator): Promise<void> {
    await control.click({ trial: true });
    const box = await control.boundingBox();
    if (!box) throw new Error("The control is not on screen.");
    await this.press({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await this.lift();
  }

  /** From one spot to another; the finger is lifted there, or the browser takes the gesture away (`touchCancel`). */
  async swipe(from: Spot, to: Spot, end: "touchEnd" | "touchCancel" = "touchEnd"): Promise<void> {
    await this.slide(from, to);
    await this.send(end, []);
  }

  /** Rests on a spot. */
  press(spot: Spot): Promise<void> {
    return this.send("touchStart", [spot]);
  }

  /** From where it rests to another spot. */
  drag(from: Spot, to: Spot): Promise<void> {
    return this.move(from, to);
  }

  /** From one spot to another, and stays on the page there until it is lifted. */
  hold(from: Spot, to: Spot): Promise<void> {
    return this.slide(from, to);
  }

  /** Two fingers, each from one spot to another, and lifted there. */
  async pinch(from: readonly [Spot, Spot], to: readonly [Spot, Spot]): Promise<void> {
    await this.send("touchStart", [from[0]]);
    await this.send("touchStart", [...from]);
    for (let move = 1; move <= MOVES; move++)
      await this.send("touchMove", [between(from[0], to[0], move / MOVES), between(from[1], to[1], move / MOVES)]);
    await this.send("touchEnd", []);
  }

  lift(): Promise<void> {
    return this.send("touchEnd", []);
  }

  private async slide(from: Spot, to: Spot): Promise<void> {
    await this.send("touchStart", [from]);
    await this.move(from, to);
  }

  private async move(from: Spot, to: Spot): Promise<void> {
    for (let move = 1; move <= MOVES; move++) await this.send("touchMove", [between(from, to, move / MOVES)]);
  }

  private async send(type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", spots: Spot[]): Promise<void> {
    if (!this.session) {
      this.session = await this.page.context().newCDPSession(this.page);
      await this.session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    }
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints: spots });
  }
}

/** Part of the way from one spot to another. */
const between = (from: Spot, to: Spot, share: number): Spot => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** A spot at half the height of a control, on a whole pixel: 0 its left end, 1 its right end. */
export async function spotOn(control: Locator, share: number): Promise<Spot> {
  const box = await control.boundingBox();
  if (!box) throw new Error("The control is not on screen.");
  return { x: Math.round(box.x + share * box.width), y: Math.round(box.y + box.height / 2) };
}
