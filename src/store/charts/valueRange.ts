import type { AxisScale } from "../experiment/chartAxes";

/** What an axis that is cut leaves out at either end. */
const TAIL = 0.05;
/** How many times the 95th percentile the highest of some sums is where an axis of sums leaves it out. */
const FAR_ABOVE = 4;

/** The smallest and the largest of the values that an axis has a place for; null where there is none. */
export function rangeOfValues(values: Iterable<number>, scale: AxisScale): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!hasPlace(value, scale)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}

/** From the 5th to the 95th percentile of such values, between neighbours in proportion; null where there is none. */
export function middleOfValues(values: Iterable<number>, scale: AxisScale): [number, number] | null {
  const sorted = [...values].filter((value) => hasPlace(value, scale)).toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = Number.NaN, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
    return below + (place - Math.floor(place)) * (above - below);
  };
  return sorted.length > 0 ? [at(TAIL), at(1 - TAIL)] : null;
}

/**
 * The sums that a straight axis holds: all, or where the highest is more than 4 times their 95th percentile, those up to that. By rank, so
 * that of a few the highest alone is left out.
 */
export function withoutFarAbove(sums: readonly number[]): readonly number[] {
  const sorted = sums.filter(Number.isFinite).toSorted((a, b) => a - b);
  const most = sorted[Math.floor((1 - TAIL) * (sorted.length - 1))] ?? 0;
  const isFar = most > 0 && (sorted.at(-1) ?? 0) > FAR_ABOVE * most;
  return isFar ? sorted.filter((sum) => sum <= most) : sorted;
}

const hasPlace = (value: number, scale: AxisScale) => Number.isFinite(value) && (scale === "linear" || value > 0);
