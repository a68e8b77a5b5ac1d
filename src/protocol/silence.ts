/** From one sign of life to the next. */
export const BEAT_MS = 1000;

/** So long a worker may say nothing. */
export const SILENCE_MS = 5000;
const LOOK_MS = 1000;

/** A look that comes later than this by itself: whoever looks slept or was busy, messages may wait behind it, and that time is no silence. */
const ASLEEP_MS = 1000;

/** A silence this many times as long as the longest that was known, or expected, is none of work. */
const TIMES_KNOWN = 4;

/** Milliseconds after which a worker in the middle of its work is gone: the most it was silent before, or is expected to be, counts. */
export const goneAfterMs = (leastMs: number, knownMs: number): number => Math.max(leastMs, TIMES_KNOWN * knownMs);

/** Work may take so many times as long as it is expected to: other programs, first calls, a slow machine. */
const TIMES_EXPECTED = 200;
const MOST_MS = 30_000;

/** Milliseconds that a worker may be silent in any case: more than `leastMs` where its work is expected to be long, half a minute at most. */
export const quietMs = (leastMs: number, expectedMs: number): number =>
  Math.max(leastMs, Math.min(MOST_MS, TIMES_EXPECTED * expectedMs));

/** What a watch needs of the world. */
export interface SilenceClock {
  /** Milliseconds, never back. */
  now(): number;
  after(delayMs: number, callback: () => void): void;
}

/** Who is watched, and who hears of it. */
interface SilenceListener {
  onSilence(): void;
  /** The first word after a silence. */
  onWord(): void;
  /**
   * Asked once a second of a silence: whether the worker is gone, and whoever listens has seen to it. `longestMs`: the longest piece of
   * work that a word came after.
   */
  isGone?(silentMs: number, longestMs: number): boolean;
}

/** Watches a worker for its signs of life. Unless its listener says so it gives nobody up: a worker that speaks again was slow. */
export class SilenceWatch {
  private lastWord = 0;
  private longestMs = 0;
  private hasSpoken = false;
  /** When the next look is due. */
  private due = 0;
  private isSilent = false;
  private turn = 0;

  constructor(
    private readonly clock: SilenceClock,
    private readonly listener: SilenceListener,
    private readonly patienceMs: number = SILENCE_MS,
  ) {}

  /** Counts from now, and knows nothing of before. */
  start(): void {
    this.turn += 1;
    this.lastWord = this.clock.now();
    this.longestMs = 0;
    this.hasSpoken = false;
    this.isSilent = false;
    this.look(this.turn);
  }

  /** Nobody is watched any more; what was told of a silence is taken back. */
  stop(): void {
    this.turn += 1;
    this.hear();
  }

  word(): void {
    const now = this.clock.now();
    const silentMs = now - this.lastWord - this.lateMs(now) - BEAT_MS;
    if (this.hasSpoken) this.longestMs = Math.max(this.longestMs, silentMs); // before its first word it was starting
    this.hasSpoken = true;
    this.lastWord = now;
    this.hear();
  }

  /** So long whoever looks has slept, or was too busy to look. */
  private lateMs(now: number): number {
    return now - this.due > ASLEEP_MS ? now - this.due : 0;
  }

  private hear(): void {
    if (!this.isSilent) return;
    this.isSilent = false;
    this.listener.onWord();
  }

  private look(turn: number): void {
    const { clock, listener } = this;
    this.due = clock.now() + LOOK_MS;
    clock.after(LOOK_MS, () => {
      if (turn !== this.turn) return;
      const now = clock.now();
      const lateMs = this.lateMs(now);
      if (lateMs > 0) {
        this.lastWord = Math.min(now, this.lastWord + lateMs);
        this.look(turn); // words may wait behind this
        return;
      }
      const silentMs = now - this.lastWord;
      if (silentMs >= this.patienceMs && listener.isGone?.(silentMs, this.longestMs)) return;
      if (!this.isSilent && silentMs >= this.patienceMs) {
        this.isSilent = true;
        listener.onSilence();
      }
      this.look(turn);
    });
  }
}
