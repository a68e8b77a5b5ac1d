import type { Frame } from "@playwright/test";
import type { StateOptions, TestState } from "../src/store/hook/hookState";
import type { HookPlace, TestHook } from "../src/store/hook/testHook";
import { readState } from "./testState";

/** The hook of a page that was opened with `test=1`, from outside of it. What it says is in the way rejects. */
export class LabHook {
  constructor(private readonly frame: Frame) {}

  /** The state, or the parts of it that are asked for. */
  getState(options: StateOptions = {}): Promise<TestState> {
    return readState(this.frame, options);
  }

  /** Waits until the experiment is loaded. */
  whenReady(): Promise<HookPlace> {
    return this.call("whenReady");
  }

  /** Waits until so many steps are completed, or more. */
  waitForStep(step: number): Promise<HookPlace> {
    return this.call("waitForStep", step);
  }

  /** Waits until nothing trains and all of it is analysed and drawn. */
  whenSettled(): Promise<HookPlace> {
    return this.call("whenSettled");
  }

  /** Trains up to so many completed steps, and waits until it rests there. */
  runTo(step: number): Promise<HookPlace> {
    return this.call("runTo", step);
  }

  /** Moves a setting ("lambdaFsd", "lf") of one run, or of all that have it; the values taken, by run. */
  set(name: string, value: number, run?: string): Promise<Record<string, number>> {
    return this.call("set", name, value, ...(run === undefined ? [] : ([run] as const)));
  }

  /** Whether seconds are told, or null in their place. */
  setClock(clock: "wall" | "steps"): Promise<void> {
    return this.call("setClock", clock);
  }

  private call<Method extends keyof TestHook>(
    method: Method,
    ...args: unknown[]
  ): Promise<TestHook[Method] extends (...given: never[]) => infer Given ? Awaited<Given> : never> {
    return this.frame.evaluate(
      ([name, given]) =>
        (window as unknown as { __apo: Record<string, (...values: unknown[]) => unknown> }).__apo[name]?.(...given),
      [method as string, args] as const,
    ) as never;
  }
}
