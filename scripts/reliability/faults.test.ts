import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FAULTS } from "./faults.mjs";
import { machineIn, outcomesOfPlaywright, outcomesOfVitest, reliabilityDocument, rowsIn } from "./report.mjs";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

/** The faults that a test's file tries: by the first argument of what makes the test, or in its list of faults. */
const triedIn = (path: string) => {
  const found = [...read(path).matchAll(/(?:faultTest|fuzz|reportOf)\(\s*"(\w+)"|\bid: "(\w+)"/g)];
  return found.map(([, one, other]) => one ?? other ?? "").filter((id) => Object.hasOwn(FAULTS, id));
};

const FILES = [...new Set(Object.values(FAULTS).map(({ test }) => test))];

it.each(FILES)("%s tries the faults that the table says it does, and no others", (file) => {
  const listed = Object.entries(FAULTS).flatMap(([id, { test }]) => (test === file ? [id] : []));
  expect(triedIn(file).toSorted()).toEqual(listed.toSorted());
});

it("has as many trials as the page's promise asks for", () => {
  const most = (ids: (keyof typeof FAULTS)[]) => ids.map((id) => FAULTS[id].many);
  expect(Math.min(...most(["deviceLost", "trainer", "partner", "analysis", "landscape", "sweep", "seeds"]))).toBe(20);
  expect(most(["links", "files", "csv", "messages"])).toEqual([2000, 2000, 1000, 500]);
  for (const { few, test } of Object.values(FAULTS))
    expect(few).toBeGreaterThanOrEqual(test.startsWith("scripts") ? 200 : 2);
});

describe("docs/reliability.md", () => {
  const document = read("docs/reliability.md");

  it("is what the table of faults and its own outcomes make", () => {
    expect(machineIn(document)).toMatch(/^\d+ cores/);
    expect(reliabilityDocument(document)).toBe(document);
  });

  it.each(Object.entries(FAULTS))("has all trials of %s, passed", (_, { fault, many }) => {
    const [trials, outcome] = rowsIn(document).get(fault) ?? [];
    expect(trials).toBe(String(many));
    expect(outcome).toMatch(/^all passed in \d+ s$/);
  });
});

describe("the report", () => {
  const annotations = [{ type: "fault", description: "trainer 21" }];
  const spec = (status: string) => ({ tests: [{ annotations, results: [{ status, duration: 1500 }] }] });
  const passed = { fault: "trainer", trials: 21, passed: true, seconds: 1.5 };

  it("reads what tests say of themselves, in suites of suites", () => {
    expect(
      outcomesOfPlaywright({ suites: [{ specs: [spec("passed"), { tests: [{ annotations: [], results: [] }] }] }] }),
    ).toEqual([passed]);
    expect(outcomesOfPlaywright({ specs: [spec("timedOut")] })).toEqual([{ ...passed, passed: false }]);
    const assertionResults = [
      { meta: { fault: "csv 1000" }, status: "passed", duration: 2000 },
      { meta: {}, status: "failed" },
    ];
    expect(outcomesOfVitest({ testResults: [{ assertionResults }] })).toEqual([
      { fault: "csv", trials: 1000, passed: true, seconds: 2 },
    ]);
  });

  it("keeps what was not tried, and says what failed", () => {
    const first = reliabilityDocument("", { machine: "m", outcomes: [passed] });
    expect(rowsIn(first).get("The training worker is lost")).toEqual(["21", "all passed in 2 s"]);
    expect(rowsIn(first).get("The tab crashes")).toEqual(["0", "not tried"]);
    const outcomes = [{ fault: "tab", trials: 20, passed: false, seconds: 3 }];
    const second = reliabilityDocument(first, { machine: "m", outcomes });
    expect(rowsIn(second).get("The training worker is lost")).toEqual(["21", "all passed in 2 s"]);
    expect(rowsIn(second).get("The tab crashes")).toEqual(["20", "FAILED in 3 s"]);
  });
});
