import { expect, type Frame } from "@playwright/test";
import type { ColumnName } from "../src/config/tables/metrics";
import type { StateOptions, TestState } from "../src/store/hook/hookState";
import type { TestHook } from "../src/store/hook/testHook";

export type { TestState };
export type TestRun = TestState["runs"][number];

/** The experiment on a page opened with `test=1`. As text it comes over in a sixth of the time that Playwright takes for values. */
export async function readState(frame: Frame, options: StateOptions = {}): Promise<TestState> {
  const text = await frame.evaluate(
    (wanted) => JSON.stringify((window as unknown as { __apo: TestHook }).__apo.getState(wanted)),
    options,
  );
  return JSON.parse(text) as TestState;
}

/** How often a page is asked where it stands: a step takes no longer. */
const POLLING_MS = 50;

/** Waits until the experiment is at rest, at a step if one is given. */
export async function waitForRest(frame: Frame, step: number | null = null): Promise<void> {
  await frame.waitForFunction(
    (wanted) => {
      const state = (window as unknown as { __apo?: TestHook }).__apo?.getStatus();
      if (!state || state.status === "loading" || state.status === "running") return false;
      return wanted === null || state.step === wanted;
    },
    step,
    { polling: POLLING_MS },
  );
}

/** Waits until at least so many steps have been taken. */
export async function waitForStep(frame: Frame, step: number): Promise<void> {
  await frame.waitForFunction(
    (wanted) => (window as unknown as { __apo: TestHook }).__apo.getStatus().step >= wanted,
    step,
    { polling: POLLING_MS },
  );
}

/** A run by its name. */
export function runOf(state: TestState, name: string): TestRun {
  const run = state.runs.find((candidate) => candidate.run === name);
  if (!run) throw new Error(`No run ${name}, only ${state.runs.map((candidate) => candidate.run).join(", ")}.`);
  return run;
}

/** The values of a column where it has one, in order of the steps. */
export function valuesOf(state: TestState, run: string, column: ColumnName): number[] {
  return runOf(state, run).columns[column].filter((value) => value !== null);
}

/**
 * Every column of every run, or its first rows, but those columns that depend on the machine's mood: the seconds and, off linear
 * regression, which steps were held against the exact proximal step.
 */
export function numbersOf(state: TestState, rows?: number): Record<string, Partial<TestRun["columns"]>> {
  return Object.fromEntries(state.runs.map(({ run, columns }) => [run, lastingNumbers(state, columns, rows)] as const));
}

function lastingNumbers({ task }: TestState, { seconds: _, ...columns }: TestRun["columns"], rows?: number) {
  const lasting = Object.entries(columns).filter(([name]) => task === "linear" || !name.startsWith("proximal"));
  return Object.fromEntries(lasting.map(([name, values]) => [name, values.slice(0, rows)])) as Partial<
    TestRun["columns"]
  >;
}

/** What training has left of each run, its seconds apart: step times and spectra may still arrive afterwards. */
export function trainedSoFar(state: TestState): unknown[] {
  return state.runs.map(({ run, status, metaSteps, evaluations, columns }) => ({
    run,
    status,
    metaSteps,
    evaluations,
    columns: lastingNumbers(state, columns),
  }));
}

/** Every run has a row for every step of the others, and their losses, within a relative tolerance. */
export function expectLosses(runs: readonly TestRun[], others: readonly TestRun[], tolerance: number): void {
  for (const [at, { run, columns }] of runs.entries()) {
    expect(columns.step, run).toEqual(others[at]?.columns.step);
    const losses = others[at]?.columns.trainLoss ?? [];
    for (const [row, loss] of columns.trainLoss.entries())
      expect(relativeDifference(Number(loss), Number(losses[row])), `${run} at ${row}`).toBeLessThan(tolerance);
  }
}

/** |a − b| / |b| */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
