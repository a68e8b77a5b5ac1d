import { describe, expect, it } from "vitest";
import type { ClaimsRecord } from "../record";
import { PRICES } from "../rules";
import { madeLedger, madeMethod, madeRun, madeSeries } from "../testing/madeRecords";
import { claimsTable } from "./claimsTable";
import type { ClaimComparison, Response } from "./finding";
import { isFalling, judge } from "./judge";

const comparison = (
  records: readonly ClaimsRecord[],
  claim: number,
  study: string,
  subject: string,
): ClaimComparison => {
  const found = claimsTable(records, []).findings.find(
    (one) => one.kind === "comparison" && one.claim === claim && one.study === study && one.subject === subject,
  );
  return found as ClaimComparison;
};

const times = <Item>(count: number, item: (i: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => item(i));
const levels = (...ends: number[]) => ends.map((end) => [end / 2, end]);

describe("the table of the claims", () => {
  it("has every comparison that is planned before the first record, without a number", () => {
    const { findings } = claimsTable([], []);
    const comparisons = findings.filter((one) => one.kind === "comparison");
    expect(new Set(comparisons.map(({ claim }) => claim))).toEqual(new Set([1, 2, 3, 4, 5]));
    for (const one of comparisons) {
      expect(one.entrants.every(({ end, best }) => end.length + best.length === 0)).toBe(true);
      for (const pairing of one.pairings) expect(judge(one, pairing, "end")?.verdict ?? "open").toBe("open");
    }
    expect(findings.map(({ claim }) => claim)).toEqual(findings.map(({ claim }) => claim).toSorted((a, b) => a - b));
  });

  it("holds APO-P against the best of its rivals in each seed, and against each", () => {
    const records = [
      madeMethod("lenet", "apo-p", "apo-p", { learningRate: 0.02 }, levels(0.5, 0.5, 0.5, 0.5, 0.5)),
      madeMethod("lenet", "sgdm", "sgdm", { learningRate: 0.01 }, levels(0.4, 0.4, 0.4, 0.4, 0.4)),
      madeMethod("lenet", "adam", "adam", { learningRate: 0.001 }, levels(0.49, 0.45, 0.45, 0.45, 0.45)),
      madeMethod("lenet", "kfac", "kfac", { learningRate: 0.01 }, levels(0.45, 0.45, 0.51, 0.45, 0.45)),
    ];
    const found = comparison(records, 3, "lenet", "apo-p");
    expect(found.pairings.map(({ rivals }) => rivals)).toEqual([
      ["sgdm", "adam", "kfac"],
      ["sgdm"],
      ["adam"],
      ["kfac"],
    ]);
    const verdicts = found.pairings.map((pairing) => judge(found, pairing, "end")?.verdict);
    expect(verdicts).toEqual(["level", "ahead", "ahead", "level"]);
    const best = judge(found, found.pairings[0] as (typeof found.pairings)[0], "end");
    expect(best?.differences.map(({ difference }) => Number(difference.toFixed(3)))).toEqual([
      0.01, 0.05, -0.01, 0.05, 0.05,
    ]);
    expect(found.entrants.map(({ inTime }) => inTime)).toEqual([null, null, null, null]);
  });

  it("takes train loss for regression, where less is better", () => {
    const ends = (value: number) => times(5, () => [2 * value, value]);
    const names = ["sgd", "sgdm", "rmsprop", "adam"] as const;
    const records = [
      madeMethod("cars", "apo-p", "apo-p", {}, ends(0.1)),
      ...names.map((name, i) => madeMethod("cars", name, name, {}, ends(0.2 + 0.1 * i))),
    ];
    const found = comparison(records, 4, "cars", "apo-p");
    expect(found).toMatchObject({ quantity: "trainLoss", isHigherBetter: false });
    expect(found.pairings.map((pairing) => judge(found, pairing, "end")?.verdict)).toEqual(times(5, () => "ahead"));
  });

  it("gives every entrant the time of the cheapest run: half of the steps where a step costs twice as much", () => {
    // 1,500 steps at 10 ms are 15 s; at 20 ms they pay for 750 steps, the second of four evaluations
    const records = [
      madeMethod("lenet", "apo-p", "apo-p", {}, [[0.1, 0.2, 0.3, 0.4]]),
      madeMethod("lenet", "sgdm", "sgdm", {}, [[0.1, 0.25, 0.3, 0.35]]),
      madeMethod("lenet", "adam", "adam", {}, [[0.1, 0.2, 0.3, 0.4]]),
      madeMethod("lenet", "kfac", "kfac", {}, [[0.1, 0.2, 0.3, 0.4]]),
      madeLedger("lenet", [
        { method: "apo-p", optimizer: "apo-p", msPerStep: 20 },
        { method: "sgdm", optimizer: "sgdm", msPerStep: 10 },
        { method: "adam", optimizer: "adam", msPerStep: 12 },
        { method: "kfac", optimizer: "kfac", msPerStep: 1000 },
      ]),
    ];
    const { entrants } = comparison(records, 3, "lenet", "apo-p");
    // Adam: 15 s at 12 ms are 1,250 steps, the third of four; KFAC: 15 steps, before its first
    expect(entrants.map(({ inTime }) => inTime?.[0]?.value)).toEqual([0.2, 0.35, 0.3, null]);
    expect(entrants.map(({ end }) => end[0]?.value)).toEqual([0.4, 0.35, 0.4, 0.4]);
  });

  it("takes of fixed rates the best one in each seed, and nothing in a seed that lacks some", () => {
    const rates = times(8, (i) => 0.001 * 2 ** i);
    const run = (seed: number, learningRate: number, i: number) =>
      madeRun("lenet", seed, { learningRate }, [0.1, 0.2 + (seed === 1 ? 0.01 * i : -0.01 * i)]);
    const runs = [...rates.map((rate, i) => run(1, rate, i)), ...rates.map((rate, i) => run(2, rate, i))];
    const series = (all: typeof runs) => madeSeries("lenet", 1, "fixed-sgdm", "sgdm", ["learningRate"], all);
    const bestOf = (all: typeof runs) => comparison([series(all)], 1, "lenet", "apo-lr").entrants.at(-1);
    expect(bestOf(runs)?.end).toEqual([
      { seed: 1, value: 0.2 + 0.01 * 7 },
      { seed: 2, value: 0.2 },
    ]);
    expect(bestOf(runs.slice(0, -1))?.end.map(({ seed }) => seed)).toEqual([1]);
    expect(bestOf(runs)?.settings).toBeNull();
  });

  it("holds each start of η against the one with the best median", () => {
    const runs = [0.0001, 0.001, 0.01, 0.1, 1].flatMap((learningRate, i) =>
      times(5, (seed) => madeRun("lenet", seed + 1, { learningRate }, [[0.2, 0.4, 0.45, 0.4, null][i] ?? null])),
    );
    const found = comparison(
      [madeSeries("lenet", 2, "start-adam", "apo-lr", ["learningRate"], runs)],
      2,
      "lenet",
      "start-adam",
    );
    expect(found.pairings.map(({ ours, rivals }) => [ours, rivals])).toEqual([
      ["η₀ 0.0001", ["η₀ 0.01"]],
      ["η₀ 0.001", ["η₀ 0.01"]],
      ["η₀ 0.1", ["η₀ 0.01"]],
      ["η₀ 1", ["η₀ 0.01"]],
    ]);
    expect(found.pairings.map((pairing) => judge(found, pairing, "end")?.verdict)).toEqual(times(4, () => "behind"));
  });

  it("holds 16 bits against the same method in 32", () => {
    const fp32 = madeMethod("lenet", "kfac", "kfac", { damping: 0.01 }, levels(0.5, 0.5, 0.5, 0.5, 0.5));
    const bf16 = madeSeries(
      ...(["lenet", 5, "bf16-kfac", "kfac", []] as const),
      times(5, (i) => madeRun("lenet", i + 1, { damping: 0.01, precision: "bf16" }, [0.4])),
    );
    const found = comparison([fp32, bf16], 5, "lenet", "kfac");
    expect(found.pairings.map((pairing) => judge(found, pairing, "end")?.verdict)).toEqual(["behind", "open"]);
  });

  it("lists what a price does on every seed that has all five values", () => {
    const run = (seed: number, lambdaFsd: number) => ({
      ...madeRun("sine", seed, { lambdaFsd, learningRate: 0.1 }, [1]),
      response: { still: { fsd: 1 / lambdaFsd, length: 1 }, training: { fsd: null, length: 1 } },
    });
    const runs = [...PRICES.map((price) => run(1, price)), run(2, PRICES[0] as number)];
    const series = madeSeries("sine", 8, "lambdaFsd-apo-p", "apo-p", ["lambdaFsd"], runs);
    const found = claimsTable([series], []).findings.find((one): one is Response => one.kind === "response");
    expect(found?.seeds).toEqual([
      { seed: 1, still: PRICES.map((price) => 1 / price), training: PRICES.map(() => null) },
    ]);
    expect(found?.settings).toEqual({ lambdaFsd: PRICES[0], learningRate: 0.1 });
  });
});

it("numbers fall where each is below the one before, and none is missing", () => {
  expect(isFalling([3, 2, 1])).toBe(true);
  expect(isFalling([3, 3, 1])).toBe(false);
  expect(isFalling([3, null, 1])).toBe(false);
  expect(isFalling([null, 2, 1])).toBe(false);
});
