import type { ClockRule } from "../../config/formulas/clockRules";
import type { HookStatus, Pending, StateOptions, TestState } from "./hookState";

/** When things reached the page, in the milliseconds of `performance.now()`; null before the first. */
export interface Timings {
  /** Events with new rows were applied to the store. */
  rowsAppliedAt: number | null;
  /** The charts were given a newer state. */
  chartsPublishedAt: number | null;
  /** A "paused" was applied. */
  pausedAt: number | null;
}

/** The state in short. */
export interface HookPlace {
  status: HookStatus;
  step: number;
  pending: Pending;
}

/** What `?test=1` puts at `window.__apo`, version 1 (docs/testing.md). Promises reject with an `Error` that says what is in the way. */
export interface TestHook {
  readonly version: 1;
  /** The whole state as plain JSON (schema/apo-state-1.json), or the named columns and runs of it. Throws for a name that is none. */
  getState(options?: StateOptions): TestState;
  /** Of the state, what is asked for many times a second. */
  getStatus(): HookPlace;
  getTimings(): Timings;
  /** The experiment is loaded and can be trained. Rejects where it cannot. */
  whenReady(): Promise<HookPlace>;
  /** So many steps are completed, or more. Rejects where the race ends before. */
  waitForStep(step: number): Promise<HookPlace>;
  /** Nothing trains, and every spectrum, gap, prediction and drawing of what was trained is there. */
  whenSettled(): Promise<HookPlace>;
  /** Plays up to so many completed steps, and waits until it rests there. Rejects for a step that is passed or beyond the last. */
  runTo(step: number): Promise<HookPlace>;
  /**
   * Moves a setting of one run, or of every run that has it, as its slider would: by full or short name ("lambdaFsd", "lf"). Returns the
   * values taken, by run. Throws where there is no such setting or run, and for what is no finite number.
   */
  set(name: string, value: number, run?: string): Record<string, number>;
  /** Whether seconds are told from now on ("wall"), or null in their place ("steps"), which are the same in every run. Throws for any other word. */
  setClock(clock: ClockRule): void;
}
