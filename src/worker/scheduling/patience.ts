/** Work that has not moved for so long is told of. */
export const PATIENCE_MS = 5000;

/** A timer that is late by more than this was held up by work of this very worker, which is no wait. */
const BUSY_MS = 1000;

/** Watches work for standing still: tells once nothing has moved for five seconds, and once it moves again. */
export class Patience {
  private lastWord = 0;
  private isWatching = false;
  private isTold = false;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly tell: (isWaiting: boolean) => void,
    private readonly now: () => number,
  ) {}

  /** The work moves. */
  word(): void {
    this.lastWord = this.now();
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
    if (!this.isWatching || this.isTold) return;
    const now = this.now();
    if (wasBusy) this.lastWord = now;
    const leftMs = this.lastWord + PATIENCE_MS - now;
    if (leftMs > 0) this.lookIn(leftMs);
    else {
      this.isTold = true;
      this.tell(true);
    }
  }

  private takeBack(): void {
    if (!this.isTold) return;
    this.isTold = false;
    this.tell(false);
  }
}
