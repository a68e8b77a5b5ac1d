import { macrotask } from "./macrotask";
import type { Patience } from "./patience";

/** Work this long is given back to the event loop, so that commands are heard (ARCHITECTURE.md, "The loop"). */
const SLICE_MS = 12;

/** Lockstep steps up to this long are finished on Pause; longer ones stand still between two runs. */
const SHORT_STEP_MS = 50;

/** Thrown inside the work of a session whose place another has taken: nothing to report, only to clean up. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/** Where the loop of a session lets commands in, waits for them, and stands still while paused. Times in milliseconds. */
export class Gate {
  private isClosed = false;
  private isEnded = false;
  private sliceStart: number;
  private stepStart = 0;
  private stoodMs = 0;
  private lastStepMs = Number.POSITIVE_INFINITY;
  private wake: (() => void)[] = [];

  /** Whoever passes moves on, and whoever waits for a command is not late: so `patience` hears of both. */
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly patience: Pick<Patience, "word" | "rest"> | null = null,
  ) {
    this.sliceStart = now();
  }

  /** Paused by a person. A gate starts open, so that the work at step 0 goes on. */
  get closed(): boolean {
    return this.isClosed;
  }

  get ended(): boolean {
    return this.isEnded;
  }

  close(): void {
    this.isClosed = true;
    this.nudge();
  }

  open(): void {
    this.isClosed = false;
    this.nudge();
  }

  /** Every wait ends with `SessionEnded`, now and from now on. */
  end(): void {
    this.isEnded = true;
    this.patience?.rest();
    this.nudge();
  }

  /** Ends a wait early: a command has come. */
  nudge(): void {
    for (const resolve of this.wake.splice(0)) resolve();
  }

  /** Yields a macrotask when the slice is used up. Throws `SessionEnded`. */
  async turn(): Promise<void> {
    this.check();
    this.patience?.word();
    if (this.now() - this.sliceStart < SLICE_MS) return;
    await macrotask();
    this.sliceStart = this.now();
    this.check();
  }

  /** Waits for the next command, at most `limitMs`. Throws `SessionEnded`. */
  async command(limitMs?: number): Promise<void> {
    this.check();
    this.patience?.rest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.wake.push(resolve);
      if (limitMs !== undefined) timer = setTimeout(resolve, limitMs);
    });
    clearTimeout(timer);
    this.sliceStart = this.now();
    this.check();
    this.patience?.word();
  }

  /** Waits until a closed gate opens; the time does not count as the step's. Throws `SessionEnded`. */
  async opened(): Promise<void> {
    const start = this.now();
    while (this.isClosed) await this.command();
    this.stoodMs += this.now() - start;
  }

  beginStep(): void {
    this.stepStart = this.now();
    this.stoodMs = 0;
  }

  endStep(): void {
    this.lastStepMs = this.now() - this.stepStart - this.stoodMs;
  }

  /** Whether Pause stops the step between two runs, going by the length of the step before it. */
  get standsStill(): boolean {
    return this.isClosed && this.lastStepMs > SHORT_STEP_MS;
  }

  /** Throws `SessionEnded` where it has. */
  check(): void {
    if (this.isEnded) throw new SessionEnded();
  }
}
