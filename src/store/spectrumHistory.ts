import type { SpectrumSnapshot } from "./state";

/** Snapshots kept per run. */
export const SPECTRUM_LIMIT = 48;

/**
 * The history with a newer snapshot. One of an older step is dropped, one of the same step replaces the last. Past the limit
 * every second inner snapshot goes, so that first, latest and an even spread in between stay.
 */
export function appendSpectrum(
  history: readonly SpectrumSnapshot[],
  snapshot: SpectrumSnapshot,
): readonly SpectrumSnapshot[] {
  const last = history.at(-1);
  if (last && snapshot.step < last.step) return history;
  const kept = last?.step === snapshot.step ? history.slice(0, -1) : history;
  const next = [...kept, snapshot];
  if (next.length <= SPECTRUM_LIMIT) return next;
  return next.filter((_, index) => index % 2 === 0 || index === next.length - 1);
}
