/** As many of the latest steps tell what a step takes. */
const RECENT = 101;
/** From as many on it is known how long steps are. */
const KNOWN = 10;
/** No step that computes takes so much longer than the longest of the latest, and so many milliseconds. */
const TIMES_LONGER = 20;
const LEAST_MS = 2000;

/**
 * The time of a run's steps, as the axis of seconds counts it. A computer that was asleep, or a process that was stopped, in the middle
 * of a step would put its sleep on that axis: such a step counts as the median of the steps before it.
 */
export class StepTimes {
  private readonly recentMs: number[] = [];
  /** Seconds of all steps. */
  seconds = 0;

  /** @param ms that a step took by the clock */
  add(ms: number): void {
    const counted = this.isSlept(ms) ? this.medianMs : ms;
    this.seconds += counted / 1000;
    this.recentMs.push(counted);
    if (this.recentMs.length > RECENT) this.recentMs.shift();
  }

  private isSlept(ms: number): boolean {
    return ms > LEAST_MS && this.recentMs.length >= KNOWN && ms > TIMES_LONGER * Math.max(...this.recentMs);
  }

  /** Of the latest steps; 0 before the first. */
  get medianMs(): number {
    const sorted = this.recentMs.toSorted((one, other) => one - other);
    return sorted[sorted.length >> 1] ?? 0;
  }
}
