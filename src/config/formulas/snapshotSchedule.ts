/** Snapshots kept per run and kind: the first, the latest and those of the schedule between. */
export const SNAPSHOTS_KEPT = 48;

/**
 * Steps from one kept snapshot to the next: the smallest power of two with which the planned steps, or those reached where a run goes
 * on beyond them, need no more than are kept. So the kept steps are even, the same in two equal runs, and of a longer run's kept
 * steps each is one of a shorter one's. With `every` it is that many steps, doubled until it fits.
 */
export function snapshotStride(planned: number, reached: number, every = 1): number {
  let stride = every;
  while (Math.max(planned, reached) / stride > SNAPSHOTS_KEPT - 2) stride *= 2;
  return stride;
}

/** Evaluations of a run before they are taken half as often, and so again whenever the steps double. */
const EVALUATIONS = 1000;

/**
 * Whether a run is evaluated after so many steps, by default every `interval` steps: in a long run every second, fourth, eighth of these
 * times, so that what grows with its length is the logarithm of it. The end of a race is evaluated as well.
 */
export function isEvaluated(step: number, interval: number): boolean {
  let stride = interval;
  while (step / stride > EVALUATIONS) stride *= 2;
  return step % stride === 0;
}
