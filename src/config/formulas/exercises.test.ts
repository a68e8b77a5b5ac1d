import { describe, expect, it } from "vitest";
import { EXERCISE_DIRECTIONS, idealAt, judgeDirection, judgeIdeal, judgePasses, shrinksMost } from "./exercises";

const PRICES = { lambdaFsd: 3, lambdaWsd: 0.5 };

describe("the ideal's eigenvalue", () => {
  it("is one over h + λ_FSD h + λ_WSD: 1 / (2 + 6 + 0.5)", () => {
    expect(idealAt(2, PRICES)).toBeCloseTo(1 / 8.5, 12);
    expect(judgeIdeal(0.1176, 2, PRICES).isRight).toBe(true);
    expect(judgeIdeal(0.118, 2, PRICES).isRight).toBe(true);
    expect(judgeIdeal(0.122, 2, PRICES).isRight).toBe(false); // 3.7 % off
  });

  it.each([
    ["M instead of its inverse", 8.5, "P is one over it"],
    ["without WSD", 1 / 8, "add λ_WSD"],
    ["linearised", 1 / 6.5, "linearised form"],
    ["without prices", 1 / 2, "without prices"],
    ["anything else", 17, "Add what bends the bill"],
  ])("is not %s, and is told why", (_, answer, why) => {
    const { isRight, says } = judgeIdeal(answer, 2, PRICES);
    expect(isRight).toBe(false);
    expect(says).toContain(why);
  });

  it("is judged at prices of zero, too", () => {
    expect(judgeIdeal(0.5, 2, { lambdaFsd: 0, lambdaWsd: 0 }).isRight).toBe(true);
    expect(judgeIdeal(7, 2, { lambdaFsd: 0, lambdaWsd: 0 }).isRight).toBe(false);
  });
});

describe("the forward passes of a step", () => {
  it.each([
    [1, 4],
    [2, 2.5],
    [10, 1.3],
  ])("with K %i are %d", (interval, passes) => expect(judgePasses(passes, interval).isRight).toBe(true));

  it.each([
    [0.3, "of its own"],
    [1, "without a meta-update"],
    [4, "Only one step of K"],
    [30, "Divide the forward passes"],
  ])("with K 10 are not %d, and it is told why", (answer, why) => {
    const { isRight, says } = judgePasses(answer, 10);
    expect(isRight).toBe(false);
    expect(says).toContain(why);
  });
});

describe("the direction that shrinks most", () => {
  it("is the bent one where WSD has a price, and none where it has not", () => {
    // (10 + 10 + 0.1) / (10 + 100 + 0.1) = 0.18 against (0.01 + 0.01 + 0.1) / (0.01 + 0.1 + 0.1) = 0.57
    expect(shrinksMost(10, 0.01, { lambdaFsd: 1, lambdaWsd: 0.1 }, 10)).toBe("bent");
    expect(shrinksMost(10, 0.01, { lambdaFsd: 1, lambdaWsd: 0 }, 10)).toBe("alike");
  });

  it("has one right answer, and a sentence for each", () => {
    for (const lambdaWsd of [0, 0.1]) {
      const lambdas = { lambdaFsd: 1, lambdaWsd };
      const most = shrinksMost(10, 0.01, lambdas, 10);
      const marks = EXERCISE_DIRECTIONS.map((answer) => judgeDirection(answer, most, lambdas));
      expect(marks.filter(({ isRight }) => isRight)).toHaveLength(1);
      for (const { says } of marks) expect(says).toMatch(/^\S.{30,}\.$/);
    }
  });
});
