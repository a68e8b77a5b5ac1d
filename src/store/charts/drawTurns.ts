const counts: (() => number)[] = [];

/** Tells how many parts of the page wait to be drawn: for their turn, or for their script. */
export function countWaiting(count: () => number): void {
  counts.push(count);
}

/** Parts of the page that wait to be drawn. */
export const waitingDrawings = (): number => counts.reduce((sum, count) => sum + count(), 0);
