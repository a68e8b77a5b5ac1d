/** A column's mean and population deviation in its own unit, and its numbers by them. */
export interface Standardizer {
  mean: number;
  /** 0 where all are the same. */
  deviation: number;
  /** Deviations from the mean; 0 where all are the same. */
  scaled: (value: number) => number;
}

const LARGEST_EXPONENT = 1023;

/**
 * Mean and deviation of numbers of any size that a double has. They are taken in a unit that is a power of two, which changes
 * no digit: squares of 1e-200 and 1e200 are beyond what a double holds, those of 1 are not.
 */
export function standardizer(values: Float64Array): Standardizer {
  const unit = powerOfTwoBelow(values);
  const share = (value: number) => value / unit;
  const mean = values.reduce((sum, value) => sum + share(value) / values.length, 0);
  const variance = values.reduce((sum, value) => sum + (share(value) - mean) ** 2 / values.length, 0);
  const isConstant = values.every((value) => value === values[0]);
  const deviation = isConstant ? 0 : Math.sqrt(variance);
  return {
    mean: mean * unit,
    deviation: deviation * unit,
    scaled: (value) => (isConstant ? 0 : (share(value) - mean) / deviation),
  };
}

function powerOfTwoBelow(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? 1 : 2 ** Math.min(LARGEST_EXPONENT, Math.floor(Math.log2(largest)));
}
