import type { ExperimentState } from "../experiment/state";

/** Milliseconds that a run of the race takes for a step, the slowest one, measured or expected; 0 where nobody knows. */
export function longestStepMs({ runs, network }: ExperimentState): number {
  const measured = runs.map(({ cost }) => cost?.msPerStep ?? 0);
  const expected = (network?.runs ?? []).map(({ msPerStep }) => msPerStep ?? 0);
  return Math.max(0, ...measured, ...expected);
}

/** A lockstep step may take so many times as long as all its runs are expected to: other programs, first calls, a slow machine. */
const TIMES_EXPECTED = 200;
const MOST_MS = 30_000;

/** Milliseconds that a worker may be silent in any case: more than `leastMs` where a step of the race is long, half a minute at most. */
export function quietMs({ network }: ExperimentState, leastMs: number): number {
  const expected = (network?.runs ?? []).reduce((sum, { msPerStep }) => sum + (msPerStep ?? 0), 0);
  return Math.max(leastMs, Math.min(MOST_MS, TIMES_EXPECTED * expected));
}
