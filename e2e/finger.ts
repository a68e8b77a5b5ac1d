import type { CDPSession, Locator, Page } from "@playwright/test";

interface Spot {
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

  lift(): Promise<void> {
    return this.send("touchEnd", []);
  }

  private async slide(from: Spot, to: Spot): Promise<void> {
    await this.send("touchStart", [from]);
    await this.move(from, to);
  }

  private async move(from: Spot, to: Spot): Promise<void> {
    for (let move = 1; move <= MOVES; move++) {
      const share = move / MOVES;
      await this.send("touchMove", [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }]);
    }
  }

  private async send(type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", spots: Spot[]): Promise<void> {
    this.session ??= await this.page.context().newCDPSession(this.page);
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints: spots });
  }
}

/** A spot at half the height of a control: 0 its left end, 1 its right end. */
export async function spotOn(control: Locator, share: number): Promise<Spot> {
  const box = await control.boundingBox();
  if (!box) throw new Error("The control is not on screen.");
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}
