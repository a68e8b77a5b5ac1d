/** A leader that does not answer a press in this time is gone. */
const PATIENCE_MS = 1500;

/** A page that was busy takes what it was sent meanwhile before its second slice. */
const SLICE_MS = 100;

/**
 * Calls back when an answer should have been heard. Only time in which the page could hear counts: where its scripts keep it busy, what
 * it was sent may wait behind its timers, and however late one comes it counts as one slice.
 */
export function whenPatienceEnds(
  after: (delayMs: number, callback: () => void) => void,
  callback: () => void,
  leftMs = PATIENCE_MS,
): void {
  if (leftMs <= 0) callback();
  else after(SLICE_MS, () => whenPatienceEnds(after, callback, leftMs - SLICE_MS));
}
