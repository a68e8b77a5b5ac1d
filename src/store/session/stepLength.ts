import type { ExperimentState } from "../experiment/state";

/** Milliseconds that a run of the race takes for a step, the slowest one, measured or expected; 0 where nobody knows. */
export function longestStepMs({ runs, network }: ExperimentState): number {
  const measured = runs.map(({ cost }) => cost?.msPerStep ?? 0);
  const expected = (network?.runs ?? []).map(({ msPerStep }) => msPerStep ?? 0);
  return Math.max(0, ...measured, ...expected);
}

/** Milliseconds that a lockstep step is expected to take, all runs one after another; 0 where nobody knows. */
export const expectedStepMs = ({ network }: ExperimentState): number =>
  (network?.runs ?? []).reduce((sum, { msPerStep }) => sum + (msPerStep ?? 0), 0);
