import type { BrowserPage } from "./page";

/** So long a worker may say nothing. */
export const SILENCE_MS = 5000;
const LOOK_MS = 1000;

/** A look that comes later than this by itself: the page slept or was busy, and messages may wait behind it. */
const ASLEEP_MS = 1000;

/** Who is watched, and who hears of it. */
interface SilenceListener {
  onSilence(): void;
  /** The first word after a silence. */
  onWord(): void;
}

/** Watches a worker for its signs of life. It gives nobody up: a worker that speaks again was slow. */
export class SilenceWatch {
  private lastWord = 0;
  private isSilent = false;
  private turn = 0;

  constructor(
    private readonly page: Pick<BrowserPage, "now" | "after">,
    private readonly listener: SilenceListener,
    private readonly patienceMs: number = SILENCE_MS,
  ) {}

  /** Counts from now. */
  start(): void {
    this.turn += 1;
    this.lastWord = this.page.now();
    this.isSilent = false;
    this.look(this.turn);
  }

  /** Nobody is watched any more; what was told of a silence is taken back. */
  stop(): void {
    this.turn += 1;
    this.hear();
  }

  word(): void {
    this.lastWord = this.page.now();
    this.hear();
  }

  private hear(): void {
    if (!this.isSilent) return;
    this.isSilent = false;
    this.listener.onWord();
  }

  private look(turn: number): void {
    const { page } = this;
    const due = page.now() + LOOK_MS;
    page.after(LOOK_MS, () => {
      if (turn !== this.turn) return;
      const now = page.now();
      if (now - due > ASLEEP_MS) this.lastWord = now;
      if (!this.isSilent && now - this.lastWord >= this.patienceMs) {
        this.isSilent = true;
        this.listener.onSilence();
      }
      this.look(turn);
    });
  }
}
