import { standardizer } from "./standardizer";

/** Numbers looked at: sorting those of the largest files takes longer than reading them. */
const SAMPLE = 2000;

/**
 * The row of the number farthest from the median, where single precision, in which standardised columns are trained on, sees
 * half of the steps from number to number or fewer: one 1e308 among numbers below 100, or 200 powers of ten. Else null.
 */
export function farthestRow(values: Float64Array): number | null {
  const known = sampleOf(values);
  const { scaled } = standardizer(known);
  const different = new Set(known);
  const told = new Set(Array.from(different, (value) => Math.fround(scaled(value))));
  if (told.size - 1 > (different.size - 1) / 2) return null;
  const median = known.toSorted()[known.length >> 1] ?? 0;
  // halves: the distance of two numbers may be beyond a double
  const distance = (value: number) => Math.abs(value / 2 - median / 2);
  return values.reduce((far, value, row) => (distance(value) > distance(values[far] ?? median) ? row : far), 0);
}

/** Every so many of the numbers that are there, with the least and the greatest. */
function sampleOf(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const every = Math.ceil(known.length / SAMPLE);
  if (every <= 1) return known;
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Float64Array.of(least, most, ...known.filter((_, row) => row % every === 0));
}
