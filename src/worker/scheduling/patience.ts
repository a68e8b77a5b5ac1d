/** Work that has not moved for so long is told of. */
export const PATIENCE_MS = 5000;

/** A timer that is late by more than this was held up by work of this very worker, which is no wait. */
const BUSY_MS = 1000;

/** From one look at work that stands still to the next. */
const LOOK_MS = 1000;

/** Watches work for standing still: tells once nothing has moved for five seconds, and once it moves again. */
export class Patience {
  private lastWord = 0;
  private isWatching = false;
  private isTold = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private longestMs = 0;

  /** `standsStill` hears once a second for how long nothing has moved, after it was told, and how long it has been at most until it moved again. */
  constructor(
    private readonly tell: (isWaiting: boolean) => void,
    private readonly now: () => number,
    private readonly standsStill: (stillMs: number, longestMs: number) => void = () => {},
  ) {}

  /** The work moves. */
  word(): void {
    const now = this.now();
    if (this.isWatching) this.longestMs = Math.max(this.longestMs, now - this.lastWord);
    this.lastWord = now;
    this.isWatching = true;
    if (this.timer === null) this.lookIn(PATIENCE_MS);
    this.takeBack();
  }

  /** There is no work; it is resumed by a word. */
  rest(): void {
    this.isWatching = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.takeBack();
  }

  private lookIn(ms: number): void {
    const due = this.now() + ms;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.look(this.now() - due > BUSY_MS);
    }, ms);
  }

  private look(wasBusy: boolean): void {
    if (!this.isWatching) return;
    const now = this.now();
    if (wasBusy) this.lastWord = now;
    const stillMs = now - this.lastWord;
    if (stillMs < PATIENCE_MS) {
      this.lookIn(PATIENCE_MS - stillMs);
      return;
    }
    if (!this.isTold) this.tell(true);
    this.isTold = true;
    this.lookIn(LOOK_MS);
    this.standsStill(stillMs, this.longestMs);
  }

  private takeBack(): void {
    if (!this.isTold) return;
    this.isTold = false;
    this.tell(false);
  }
}
