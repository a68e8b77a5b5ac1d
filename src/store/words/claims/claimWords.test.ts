import { describe, expect, it } from "vitest";
import { claimsTable } from "../../../config/claims/findings/claimsTable";
import type { Bill, ClaimComparison, Response } from "../../../config/claims/findings/finding";
import type { ClaimsRecord } from "../../../config/claims/record";
import { PRICES } from "../../../config/claims/rules";
import { madeLedger, madeMethod, madeRun, madeSeries } from "../../../config/claims/testing/madeRecords";
import type { OptimizerId } from "../../../config/tables/optimizers";
import { rangeText } from "./claimValues";
import { entrantName, foundByText, settingsPhrase } from "./entrantWords";
import {
  billSentences,
  findingLabel,
  findingTitle,
  missingText,
  overviewLines,
  responseSentences,
} from "./findingWords";
import { posterScore } from "./posterWords";
import { momentSentences, verdictLabel } from "./verdictWords";

const onLenet = (name: OptimizerId, ends: readonly (number | null)[]) =>
  madeMethod(
    "lenet",
    name,
    name,
    { learningRate: 0.01 },
    ends.map((end) => [end]),
  );

function lenet(ours: readonly (number | null)[], sgdm: readonly (number | null)[]): ClaimComparison {
  const low = ours.map(() => 0.1);
  const records: ClaimsRecord[] = [
    onLenet("apo-p", ours),
    onLenet("sgdm", sgdm),
    onLenet("adam", low),
    onLenet("kfac", low),
  ];
  return claimsTable(records, []).findings.find(
    (one): one is ClaimComparison => one.kind === "comparison" && one.claim === 3 && one.study === "lenet",
  ) as ClaimComparison;
}

/** What is said of APO-P and SGDm at the end. */
const againstSgdm = (one: ClaimComparison) => momentSentences(one, "end").sentences[1];

describe("words of a verdict", () => {
  it("follow the signs of the differences, with their sizes in points", () => {
    const ahead = lenet([0.44, 0.45, 0.46, 0.47, 0.48], [0.43, 0.43, 0.43, 0.43, 0.43]);
    expect(verdictLabel(ahead)).toEqual({ verdict: "ahead", text: "ahead" });
    expect(againstSgdm(ahead)).toBe("APO-P is ahead of SGDm on all 5 seeds, by 1.0 to 5.0 points");
    const behind = lenet([0.42, 0.42, 0.42, 0.42, 0.42], [0.43, 0.43, 0.43, 0.43, 0.43]);
    expect(verdictLabel(behind)).toEqual({ verdict: "behind", text: "behind" });
    expect(againstSgdm(behind)).toBe("APO-P is behind SGDm on all 5 seeds, by 1.0 points");
    const level = lenet([0.44, 0.43, 0.42, 0.44, 0.44], [0.43, 0.43, 0.43, 0.43, 0.43]);
    expect(verdictLabel(level).text).toBe("level");
    expect(againstSgdm(level)).toBe(
      "APO-P is level with SGDm: ahead on 3, behind on 1 of 5 seeds (+1.0, 0.0, −1.0, +1.0, +1.0 points)",
    );
    expect(momentSentences(level, "end").sentences[0]).toMatch(
      /^APO-P is level with the best of SGDm, Adam and KFAC in each seed: /,
    );
  });

  it("say how many seeds there are while some lack, and never a verdict", () => {
    const two = lenet([0.44, 0.45], [0.43, 0.43, 0.43]);
    expect(verdictLabel(two)).toEqual({ verdict: "open", text: "2 of 5 seeds so far" });
    expect(againstSgdm(two)).toBe("APO-P is ahead of SGDm on 2 of 5 seeds so far, by 1.0 to 2.0 points");
    expect(verdictLabel(lenet([], []))).toEqual({ verdict: "open", text: "no seed of all methods yet" });
    const none = claimsTable([], []).findings.filter((one): one is ClaimComparison => one.kind === "comparison");
    for (const one of none) {
      expect(findingLabel(one).text).toBe("not run yet");
      expect(momentSentences(one, "end").sentences).toEqual([]);
    }
    expect(missingText(none.filter(({ claim }) => claim === 4))).toBe(
      "Not run yet: Deep linear network, APO-P; Cars, APO-P; Linear regression, κ = 10,000, APO-P; MNIST autoencoder, APO-P.",
    );
  });

  it("stand in the first table with our own median and range, and how much is not there", () => {
    const ahead = lenet([0.44, 0.45, 0.46, 0.47, 0.48], [0.43, 0.43, 0.43, 0.43, 0.43]);
    const empty = { ...ahead, entrants: ahead.entrants.map((one) => ({ ...one, settings: null, end: [], best: [] })) };
    expect(overviewLines([ahead, empty, empty])).toEqual([
      "LeNet-5 on CIFAR-10, APO-P: ahead, 46.0 % (44.0 % to 48.0 %)",
      "2 not run yet",
    ]);
    expect(overviewLines([empty])).toEqual(["not run yet"]);
  });

  it("name runs without a value, whose differences have no size", () => {
    const lost = lenet([0.44, 0.44, 0.44, 0.44, 0.44], [null, 0.43, 0.43, 0.43, 0.43]);
    expect(againstSgdm(lost)).toBe(
      "APO-P is ahead of SGDm on all 5 seeds, by 1.0 points; on 1 one of the two has no value",
    );
    expect(rangeText(lost, lost.entrants[1]?.end ?? [])).toBe("43.0 % (43.0 % to 43.0 %); 1 of 5 without a value");
  });
});

it("an entrant is named by its method, its schedule and its base", () => {
  expect(entrantName({ name: "sgdm", optimizer: "sgdm", settings: null })).toBe("SGDm");
  expect(entrantName({ name: "sgdm-cosine", optimizer: "sgdm", settings: {} })).toBe("SGDm, cosine schedule");
  expect(entrantName({ name: "apo-lr", optimizer: "apo-lr", settings: { baseOptimizer: "sgdm" } })).toBe(
    "APO-η on SGDm",
  );
  expect(settingsPhrase({ optimizer: "sgdm", settings: { learningRate: 0.03 } })).toBe("η 0.030");
  expect(settingsPhrase({ optimizer: "sgdm", settings: null })).toBe("not chosen yet");
});

it("a choice says its edges, with what stops the box, and how flat the end was", () => {
  const choice = {
    candidates: 16,
    edges: [{ setting: "learningRate", side: "high", value: 0.1, stop: "flat" }] as const,
    lateChange: 0.004,
  };
  expect(foundByText({ study: "lenet", quantity: "testMetric", isHigherBetter: true }, "sgdm", choice)).toBe(
    "16 candidates; η 0.10 is the highest tried, but as good inside, within the range of the seeds; over the last third +0.4 points",
  );
});

it("the poster's score stands beside a method that has one, in 16 bits too", () => {
  const found = lenet([0.4], [0.4]);
  expect(found.entrants.map((one) => posterScore(found, one))).toEqual(["77.42 %", "75.73 %", "73.41 %", "76.63 %"]);
  const short = { ...found, claim: 5 as const, subject: "kfac" };
  const kfac = { ...(found.entrants[3] as ClaimComparison["entrants"][number]), name: "bf16" };
  expect(posterScore(short, kfac)).toBe("74.95 %");
  expect(posterScore({ ...found, claim: 1 }, kfac)).toBeNull();
});

it("a bill says the passes of a meta-update above SGDm, and times and bytes over its own", () => {
  const ledger = madeLedger("lenet", [
    { method: "sgdm", optimizer: "sgdm", msPerStep: 5 },
    {
      ...{ method: "apo-p", optimizer: "apo-p", msPerStep: 7.5, settings: { metaUpdateInterval: 10 } },
      ...{ forwardPasses: 1.3, backwardPasses: 1.1, tensorBytes: 3000, peakBytes: 4000 },
    },
  ]);
  const bill = claimsTable([ledger], []).findings.find(
    (one): one is Bill => one.kind === "bill" && one.methods.length > 0,
  );
  expect(billSentences(bill as Bill)).toEqual([
    "APO-P (K = 10): 3.00 forward and 1.00 backward passes a meta-update above SGDm, 1.50 times its time a step, 3.00 times its bytes kept, 2.00 times at the peak",
  ]);
  expect(findingTitle(bill as Bill)).toBe("LeNet-5 on CIFAR-10");
  expect(overviewLines([bill as Bill])).toEqual([
    "LeNet-5 on CIFAR-10: APO-P 3.00 forward and 1.00 backward, 3.00 times SGDm's bytes",
  ]);
});

it("a price is said to work on the seeds on which each step of it lowers what it is paid for", () => {
  const runs = [1, 2, 3, 4, 5].flatMap((seed) =>
    PRICES.map((lambdaFsd, i) => ({
      ...madeRun("sine", seed, { lambdaFsd }, [1]),
      response: {
        still: { fsd: 8 / 2 ** i, length: 1 },
        training: { fsd: seed === 1 ? 1 : 8 / 2 ** i, length: 1 },
      },
    })),
  );
  const series = madeSeries("sine", 8, "lambdaFsd-apo-p", "apo-p", ["lambdaFsd"], runs);
  const found = claimsTable([series], []).findings.find((one): one is Response => one.kind === "response") as Response;
  expect(findingTitle(found)).toBe("Noisy sine, APO-P, λ_FSD");
  expect(findingLabel(found)).toEqual({ verdict: "ahead", text: "falls at every step on 5 of 5 seeds" });
  expect(overviewLines([found, found])).toEqual(["falls at every step on 5 of 5 seeds: 2 of 2 prices"]);
  expect(responseSentences(found)).toEqual([
    "With the weights still the function change (FSD) falls at every step of the price on 5 of 5 seeds; from λ_FSD 0.1 to 100 it is divided by 16 (median)",
    "In training the function change (FSD) falls at every step of the price on 4 of 5 seeds; from λ_FSD 0.1 to 100 it is divided by 16 (median)",
  ]);
});
