import { describe, expect, it } from "vitest";
import { machineIn, reliabilityDocument, rowsIn } from "./report.mjs";
import { type SoakSample, soakFaults, soakFigures } from "./soakJudge";
import { soakRowsIn } from "./soakReport.mjs";

const FLAT: SoakSample = { step: 0, tensors: 40, pageMb: 20, workersMb: 50, rows: 900 };

/** Samples of a race, each part a function of the share of it that is done. */
const race = (parts: Partial<Record<keyof SoakSample, (share: number) => number>>) =>
  Array.from({ length: 40 }, (_, at) => {
    const changed = Object.entries(parts).map(([name, value]) => [name, value(at / 39)]);
    return { ...FLAT, step: at, ...Object.fromEntries(changed) } as SoakSample;
  });

const faultsOf = (parts: Parameters<typeof race>[0], answers = [20, 30]) =>
  soakFaults(soakFigures(race(parts), answers));

describe("a long race", () => {
  it("is held to have nothing that grows", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ pageMb: (share) => 20 + 2 * share })).toEqual([]);
    expect(faultsOf({ pageMb: (share) => (share < 0.2 ? 5 : 40) })).toEqual([]);
    expect(faultsOf({ pageMb: (share) => 7 + 74 * share })).toEqual(["the page's heap grows"]);
    expect(faultsOf({ workersMb: (share) => 50 + 40 * share })).toEqual(["the workers' heap grows"]);
    expect(faultsOf({ tensors: (share) => Math.round(40 + 200 * share) })).toEqual(["tensors grow"]);
    expect(faultsOf({ tensors: (share) => 40 + 10 * (Math.round(39 * share) % 5) })).toEqual([]);
    expect(faultsOf({ rows: (share) => 200_000 * share })).toEqual(["a run has more than 20000 rows in memory"]);
  });

  it("is held to answer, but for one time of 20", () => {
    const quick = Array.from({ length: 99 }, () => 30);
    expect(faultsOf({}, [...quick, 900])).toEqual([]);
    expect(faultsOf({}, [...quick.slice(10), ...Array.from({ length: 10 }, () => 201)])).toEqual([
      "the page answers too late",
    ]);
    expect(soakFaults(soakFigures(race({}), [201]), 2000)).toEqual([]);
  });

  it("is not judged by a few samples", () => {
    expect(() => soakFigures(race({}).slice(0, 7), [20])).toThrow("7 samples");
    expect(() => soakFigures(race({}), [])).toThrow("0 answers");
  });
});

describe("the document's section", () => {
  const figures = soakFigures(race({}), [20, 30]);
  const result = { soak: "sine", steps: 200_000, seconds: 61.4, load: 2.25, figures, faults: [] };
  const words = ["200,000", "40 to 40", "20 to 20", "50 to 50", "900", "30 and 30 of 2", "2.3"];

  it("keeps what was not watched, and what the other command has written", () => {
    const outcomes = [{ fault: "tab", trials: 20, passed: true, seconds: 3 }];
    const first = reliabilityDocument("", { machine: "2 cores", outcomes, races: [result] });
    expect(soakRowsIn(first).get("Five runs on `sine`")).toEqual([...words, "kept, in 61 s"]);
    const bad = { ...result, soak: "spirals", steps: 5000, faults: ["tensors grow"] };
    const second = reliabilityDocument(first, { machine: "4 cores", races: [bad] });
    expect(machineIn(second)).toBe("2 cores");
    expect(rowsIn(second).get("The tab crashes")).toEqual(["20", "all passed in 3 s"]);
    expect(soakRowsIn(second).get("Five runs on `sine`")?.at(-1)).toBe("kept, in 61 s");
    expect(soakRowsIn(second).get("Five runs on `spirals`, with all views open")?.at(-1)).toBe(
      "FAILED: tensors grow, in 61 s",
    );
    expect(soakRowsIn(second).get("Five runs on `spirals`, with all views open")?.at(0)).toBe("5,000 of 20,000");
    expect(second).toContain("watched on 4 cores.");
    expect(reliabilityDocument(second)).toBe(second);
  });
});
