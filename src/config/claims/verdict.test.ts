import { describe, expect, it } from "vitest";
import { bestRival, pairedDifferences, type SeedValue, seedRange, verdictOf } from "./verdict";

const values = (...list: (number | null)[]): SeedValue[] => list.map((value, i) => ({ seed: i + 1, value }));
const SEEDS = [1, 2, 3];

describe("a verdict", () => {
  const judge = (ours: SeedValue[], rival: SeedValue[], isHigherBetter: boolean) =>
    verdictOf(pairedDifferences(ours, rival, isHigherBetter), SEEDS);

  it("is ahead or behind where all seeds have one sign, whichever way is better", () => {
    expect(judge(values(0.5, 0.6, 0.7), values(0.4, 0.5, 0.6), true)).toBe("ahead");
    expect(judge(values(0.5, 0.6, 0.7), values(0.4, 0.5, 0.6), false)).toBe("behind");
  });

  it("is level where one seed of three says otherwise, or nothing", () => {
    expect(judge(values(0.5, 0.6, 0.7), values(0.4, 0.5, 0.71), true)).toBe("level");
    expect(judge(values(0.5, 0.6, 0.7), values(0.4, 0.5, 0.7), true)).toBe("level");
  });

  it("pairs by seed, whatever the order", () => {
    const rival = values(3, 2, 1).toReversed();
    expect(pairedDifferences(values(4, 2, 2), rival, true)).toEqual([
      { seed: 1, difference: 1 },
      { seed: 2, difference: 0 },
      { seed: 3, difference: 1 },
    ]);
  });

  it("takes a diverged run for worse than any number, and two of them for equal", () => {
    expect(judge(values(9, 9, 9), values(null, null, null), false)).toBe("ahead");
    expect(judge(values(null, null, null), values(9, 9, 9), false)).toBe("behind");
    expect(judge(values(null, 1, 1), values(null, 2, 2), false)).toBe("level");
  });

  it("is open before all seeds of both are there", () => {
    expect(judge(values(1, 2), values(1, 2, 3), true)).toBe("open");
    expect(judge(values(1, 2, 3), values(1, 2), true)).toBe("open");
  });

  it("against several rivals is against the best one of each seed", () => {
    const rivals = [values(1, 5, null), values(2, 4, 3)];
    expect(bestRival(rivals, true)).toEqual(values(2, 5, 3));
    expect(bestRival(rivals, false)).toEqual(values(1, 4, 3));
    expect(bestRival([values(1, 5), values(2, 4, 3)], true)).toEqual(values(2, 5));
  });
});

it("a range has the median, the lowest and the highest of what did not diverge", () => {
  expect(seedRange([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
  expect(seedRange([4, null, 1])).toEqual({ median: 2.5, low: 1, high: 4 });
  expect(seedRange([null])).toBeNull();
});
