import type { LayerSpectrum } from "../../../config/tables/metrics";
import { isDrawn } from "./spectrumNumbers";

/** Eigenvalues in order: `share` is how many of all are smaller, 0 to 1; each value holds up to the next point's share. */
export type SortedPoint = { share: number; value: number };

/** Points closer than this are one to the eye. */
const FINEST = 1 / 500;

const cache = new WeakMap<LayerSpectrum, readonly SortedPoint[]>();

/** The sorted eigenvalues as stairs that end at share 1; those without a place on a log axis are left out at the left. */
export function sortedSpectrum(spectrum: LayerSpectrum): readonly SortedPoint[] {
  const known = cache.get(spectrum);
  if (known) return known;
  const { eigenvalues, weights } = spectrum;
  const largest = eigenvalues.at(-1) ?? 0;
  const points: SortedPoint[] = [];
  let share = 0;
  eigenvalues.forEach((value, index) => {
    const isFar = share - (points.at(-1)?.share ?? -1) >= FINEST || index === eigenvalues.length - 1;
    if (isDrawn(value, largest) && isFar) points.push({ share, value });
    share += weights[index] ?? 0;
  });
  if (points.length > 0) points.push({ share: 1, value: largest });
  cache.set(spectrum, points);
  return points;
}
