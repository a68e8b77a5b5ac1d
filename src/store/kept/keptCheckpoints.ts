import type { KeptRun } from "./keptRecords";

type Kept = KeptRun["checkpoints"];

/** The latest and so many older ones. */
const MOST = 6;

/** Of one run, in bytes; the latest is kept whatever its size. */
const MOST_BYTES = 48_000_000;

/**
 * The checkpoints with one more, and the steps of those let go: the latest stays, and older ones spread over the run, so that a
 * branch from any step has one not far before it.
 */
export function withCheckpoint(before: Kept, added: Kept[number]): { kept: Kept; dropped: number[] } {
  let kept = [...before.filter(({ step }) => step !== added.step), added].toSorted((a, b) => a.step - b.step);
  const dropped: number[] = [];
  const isTooMuch = () => kept.length > MOST || kept.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES;
  while (kept.length > 1 && isTooMuch()) {
    const leaving = leastMissed(kept);
    dropped.push(kept[leaving]?.step ?? 0);
    kept = kept.toSpliced(leaving, 1);
  }
  return { kept, dropped };
}

/** Place of that, never the latest, without which the longest way from a checkpoint to the next grows least. */
function leastMissed(kept: Kept): number {
  const stepAt = (place: number) => kept[place]?.step ?? 0;
  const gaps = kept.slice(0, -1).map((_, place) => stepAt(place + 1) - (place > 0 ? stepAt(place - 1) : 0));
  return gaps.indexOf(Math.min(...gaps));
}
