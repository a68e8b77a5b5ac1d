/** Seeds that the bounds of small problems are taken from; their sentences are tested on others. */
export const BOUND_SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/** Sizes that a sentence has words for; beyond a tenth and ten the powers of ten. */
const SAID = [1 / 10, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 4 / 5, 9 / 10, 1, 1.1, 1.2, 1.5, 2, 3, 5, 10];
const POWERS = Array.from({ length: 14 }, (_, i) => i + 2);
const SIZES = [...POWERS.toReversed().map((n) => Number(`1e-${n}`)), ...SAID, ...POWERS.map((n) => Number(`1e${n}`))];

/** The tightest size that all values, positive ones, are at most or at least; NaN where one is no number or beyond all sizes. */
export function boundOf(side: "atLeast" | "atMost", values: readonly number[]): number {
  const holds = (size: number) => values.every((value) => (side === "atMost" ? value <= size : value >= size));
  return (side === "atMost" ? SIZES.find(holds) : SIZES.findLast(holds)) ?? Number.NaN;
}
