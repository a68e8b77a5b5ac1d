/** Bits of a coordinate. */
const BITS = 30;

/** First direction numbers m of each dimension, and the coefficients a of its primitive polynomial (Joe and Kuo 2008). */
const DIRECTIONS: readonly { a: number; m: readonly number[] }[] = [
  { a: 0, m: [1] },
  { a: 1, m: [1, 3] },
  { a: 1, m: [1, 3, 1] },
];

/** Dimensions that there are numbers for. */
export const MOST_DIMENSIONS = DIRECTIONS.length + 1;

/** Bit j of a coordinate's numerator as it follows from bit j of the index. */
function directionsOf(dimension: number): number[] {
  if (dimension === 0) return Array.from({ length: BITS }, (_, j) => 2 ** (BITS - 1 - j));
  const { a, m } = DIRECTIONS[dimension - 1] as (typeof DIRECTIONS)[number];
  const degree = m.length;
  const v = m.map((value, j) => value * 2 ** (BITS - 1 - j));
  for (let j = degree; j < BITS; j++) {
    let next = (v[j - degree] ?? 0) ^ ((v[j - degree] ?? 0) >>> degree);
    for (let k = 1; k < degree; k++) if ((a >>> (degree - 1 - k)) & 1) next ^= v[j - k] ?? 0;
    v.push(next);
  }
  return v;
}

/** Point `index` of Sobol's sequence in (0, 1)ⁿ, from 1 on; at most `MOST_DIMENSIONS` coordinates. */
export function sobolPoint(index: number, dimensions: number): number[] {
  if (dimensions > MOST_DIMENSIONS) throw new Error(`Sobol points have at most ${MOST_DIMENSIONS} coordinates.`);
  return Array.from({ length: dimensions }, (_, dimension) => {
    const bits = directionsOf(dimension).reduce((sum, v, j) => ((index >>> j) & 1 ? sum ^ v : sum), 0);
    return bits / 2 ** BITS;
  });
}
