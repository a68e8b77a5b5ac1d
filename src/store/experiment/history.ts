import { snapshotStride } from "../../config/formulas/snapshotSchedule";

/** Something measured at a step. */
export interface Snapshot {
  readonly step: number;
}

/**
 * The history with one snapshot more, ascending by step: those of the schedule of a run of so many planned steps, and the latest. One
 * that is neither is let go; another of the same step is replaced. The same history where nothing changes. Where snapshots are taken
 * at multiples of `every` steps, those stay as well.
 */
export function keepSnapshot<One extends Snapshot>(
  history: readonly One[],
  snapshot: One,
  planned: number,
  every: number | null = null,
): readonly One[] {
  const others = history.filter(({ step }) => step !== snapshot.step);
  const after = others.findIndex(({ step }) => step > snapshot.step);
  const all = others.toSpliced(after < 0 ? others.length : after, 0, snapshot);
  const latest = all.at(-1)?.step ?? 0;
  const strides = [1, every ?? 1].map((least) => snapshotStride(planned, latest, least));
  const isKept = (step: number) => step === latest || strides.some((stride) => step % stride === 0);
  return isKept(snapshot.step) ? all.filter(({ step }) => isKept(step)) : history;
}

/** The snapshot that shows a step: the last at or before it, or the latest of all (null). Undefined where there is none. */
export function snapshotAt<One extends Snapshot>(history: readonly One[], step: number | null): One | undefined {
  return step === null ? history.at(-1) : history.findLast((snapshot) => snapshot.step <= step);
}
