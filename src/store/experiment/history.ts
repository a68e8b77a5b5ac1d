/** Snapshots kept per run. */
export const HISTORY_LIMIT = 48;

/** Something measured at a step. */
export interface Snapshot {
  readonly step: number;
}

/**
 * The history with a newer snapshot. One of an older step is dropped, one of the same step replaces the last. Past the limit
 * the inner snapshot goes whose neighbours are closest to each other, so that first, latest and an even spread of steps in
 * between stay.
 */
export function appendSnapshot<One extends Snapshot>(history: readonly One[], snapshot: One): readonly One[] {
  const last = history.at(-1);
  if (last && snapshot.step < last.step) return history;
  const kept = last?.step === snapshot.step ? history.slice(0, -1) : history;
  const next = [...kept, snapshot];
  return next.length <= HISTORY_LIMIT ? next : next.toSpliced(mostCrowded(next), 1);
}

/** Index of the inner snapshot that is missed least. */
function mostCrowded(history: readonly Snapshot[]): number {
  let least = Number.POSITIVE_INFINITY;
  let found = 1;
  for (let index = 1; index < history.length - 1; index += 1) {
    const span = (history[index + 1]?.step ?? 0) - (history[index - 1]?.step ?? 0);
    if (span < least) [least, found] = [span, index];
  }
  return found;
}

/** The snapshot that shows a step: the last at or before it, or the latest of all (null). Undefined where there is none. */
export function snapshotAt<One extends Snapshot>(history: readonly One[], step: number | null): One | undefined {
  return step === null ? history.at(-1) : history.findLast((snapshot) => snapshot.step <= step);
}
