import { snapshotStride } from "../../config/formulas/snapshotSchedule";

/** Something measured at a step. */
export interface Snapshot {
  readonly step: number;
}

/**
 * The history with one snapshot more, ascending by step: those of the schedule of a run of so many planned steps, and the latest. One
 * that is neither is let go; another of the same step is replaced. The same history where nothing changes.
 */
export function keepSnapshot<One extends Snapshot>(
  history: readonly One[],
  snapshot: One,
  planned: number,
): readonly One[] {
  const others = history.filter(({ step }) => step !== snapshot.step);
  const after = others.findIndex(({ step }) => step > snapshot.step);
  const all = others.toSpliced(after < 0 ? others.length : after, 0, snapshot);
  const latest = all.at(-1)?.step ?? 0;
  const stride = snapshotStride(planned, latest);
  if (snapshot.step < latest && snapshot.step % stride !== 0) return history;
  return all.filter(({ step }) => step === latest || step % stride === 0);
}

/** The snapshot that shows a step: the last at or before it, or the latest of all (null). Undefined where there is none. */
export function snapshotAt<One extends Snapshot>(history: readonly One[], step: number | null): One | undefined {
  return step === null ? history.at(-1) : history.findLast((snapshot) => snapshot.step <= step);
}
