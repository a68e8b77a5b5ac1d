/** What a run came to on a seed; null where it diverged. */
export interface SeedValue {
  seed: number;
  value: number | null;
}

/** "open": not all seeds of both sides are there. */
export type Verdict = "ahead" | "level" | "behind" | "open";

/** Ours less the rival's, signed so that above 0 is better for us; infinite where one of the two diverged, 0 where both did. */
export interface PairedDifference {
  seed: number;
  difference: number;
}

const worthOf = (value: number | null, isHigherBetter: boolean): number => {
  if (value === null) return Number.NEGATIVE_INFINITY;
  return isHigherBetter ? value : -value;
};

/** The differences of the seeds that both have, in the order of ours. */
export function pairedDifferences(
  ours: readonly SeedValue[],
  rival: readonly SeedValue[],
  isHigherBetter: boolean,
): PairedDifference[] {
  return ours.flatMap(({ seed, value }) => {
    const other = rival.find((one) => one.seed === seed);
    if (!other) return [];
    const [mine, theirs] = [worthOf(value, isHigherBetter), worthOf(other.value, isHigherBetter)];
    return { seed, difference: mine === theirs ? 0 : mine - theirs };
  });
}

/** Of several rivals the best one in each seed that all have. */
export function bestRival(rivals: readonly (readonly SeedValue[])[], isHigherBetter: boolean): SeedValue[] {
  const [first = [], ...others] = rivals;
  return first.flatMap((start) => {
    const same = others.map((list) => list.find(({ seed }) => seed === start.seed));
    if (same.includes(undefined)) return [];
    const all = [start, ...(same as SeedValue[])];
    const best = all.reduce((a, b) => (worthOf(b.value, isHigherBetter) > worthOf(a.value, isHigherBetter) ? b : a));
    return best;
  });
}

/** "ahead" where we are better in every seed, "behind" where we are worse in every one, "level" else; "open" before all are there. */
export function verdictOf(differences: readonly PairedDifference[], seeds: readonly number[]): Verdict {
  if (seeds.some((seed) => !differences.some((one) => one.seed === seed))) return "open";
  if (differences.every(({ difference }) => difference > 0)) return "ahead";
  if (differences.every(({ difference }) => difference < 0)) return "behind";
  return "level";
}

/** Median, lowest and highest of what was measured; null where nothing was. Of an even number the mean of the middle two. */
export function seedRange(values: readonly (number | null)[]): { median: number; low: number; high: number } | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { median, low, high };
}
