import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  countCheck,
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
  linesOfSlowest,
  timesOfPlaywright,
  timesOfVitest,
} from "./report.mjs";
import { ROOT } from "./run.mjs";

const folder = mkdtempSync(join(tmpdir(), "apo-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(report: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const loaded = { status: "passed", assertionResults: [{}] };
const unloaded = { status: "failed", assertionResults: [] };

describe("the count of what passed and failed", () => {
  it("takes Vitest's tests, and a file that could not be loaded as one failure", () => {
    const path = write({ numPassedTests: 7, numFailedTests: 2, testResults: [loaded, unloaded] });
    expect(countVitest(path, 1)).toEqual({ passed: 7, failed: 3 });
  });

  it("takes Playwright's tests, and tells of one that passed only on its retry", () => {
    const path = write({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(countPlaywright(path, 1)).toEqual({ passed: 6, failed: 1, retried: 1 });
  });

  it("takes a runner that ends badly after all its tests passed as one failure", () => {
    const vitest = write({ numPassedTests: 7, numFailedTests: 0, testResults: [loaded] });
    expect(countVitest(vitest, 1)).toEqual({ passed: 7, failed: 1 });
    const playwright = write({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } });
    expect(countPlaywright(playwright, 1)).toEqual({ passed: 5, failed: 1, retried: 0 });
  });

  it("takes a runner without a report as one failure, whatever its exit status", () => {
    const missing = join(folder, "missing.json");
    expect(countVitest(missing, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(missing, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it("takes types and lint as one check each", () => {
    expect([countCheck(0), countCheck(2)]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });
});

describe("what failed", () => {
  it("is named, for Vitest, by file and test, and by file where it could not be loaded", () => {
    const at = (name: string) => join(ROOT, "src", name);
    const test = (status: string, fullName: string) => ({ status, fullName });
    const testResults = [
      {
        name: at("a.test.ts"),
        status: "failed",
        assertionResults: [test("passed", "adds"), test("failed", "divides by 0")],
      },
      { name: at("b.test.ts"), status: "failed", assertionResults: [] },
      { name: at("c.test.ts"), status: "passed", assertionResults: [test("passed", "adds")] },
    ];
    expect(failuresOfVitest(write({ testResults }))).toEqual(["src/a.test.ts: divides by 0", "src/b.test.ts"]);
    expect(failuresOfVitest(join(folder, "missing.json"))).toEqual([]);
  });

  it("is named, for Playwright, by file, line and test, also of those in a describe; not what passed on its retry", () => {
    const spec = (title: string, line: number, status: string) => ({ title, line, tests: [{ status }] });
    const inside = { file: "a.spec.ts", specs: [spec("drags", 9, "unexpected"), spec("plays", 5, "flaky")] };
    const suites = [
      { file: "a.spec.ts", specs: [spec("opens", 3, "unexpected")], suites: [inside] },
      { file: "b.spec.ts", specs: [spec("saves", 2, "expected")] },
    ];
    const report = write({ config: { rootDir: join(ROOT, "e2e") }, suites });
    expect(failuresOfPlaywright(report)).toEqual(["e2e/a.spec.ts:3: opens", "e2e/a.spec.ts:9: drags"]);
    expect(failuresOfPlaywright(join(folder, "missing.json"))).toEqual([]);
  });
});

describe("the times of test files", () => {
  const missing = join(folder, "missing.json");

  it("are, for Vitest, from the start of a file's first test to the end of its last", () => {
    const file = { name: join(ROOT, "src/a.test.ts"), startTime: 1_000, endTime: 3_500.25 };
    expect(timesOfVitest(write({ testResults: [file] }))).toEqual([{ file: "src/a.test.ts", seconds: 2.50025 }]);
    expect(timesOfVitest(missing)).toEqual([]);
  });

  it("are, for Playwright, what all tries of its tests took together, also of those in a describe", () => {
    const spec = (...durations: number[]) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] });
    const suites = [
      { file: "a.spec.ts", specs: [spec(1_000), spec(2_000, 500)], suites: [{ specs: [spec(250)] }] },
      { file: "b.spec.ts", specs: [] },
    ];
    expect(timesOfPlaywright(write({ config: { rootDir: join(ROOT, "e2e") }, suites }))).toEqual([
      { file: "e2e/a.spec.ts", seconds: 3.75 },
      { file: "e2e/b.spec.ts", seconds: 0 },
    ]);
    expect(timesOfPlaywright(missing)).toEqual([]);
  });

  it("are listed from the slowest on, as many as asked for, whichever runner they come from", () => {
    const times = [
      { file: "src/quick.test.ts", seconds: 0.04 },
      { file: "e2e/slow.spec.ts", seconds: 123.46 },
      { file: "src/kernels.browser.test.ts", seconds: 30 },
    ];
    expect(linesOfSlowest(times, 2)).toEqual(["  123.5 s  e2e/slow.spec.ts", "   30.0 s  src/kernels.browser.test.ts"]);
    expect(linesOfSlowest(times, 10)).toHaveLength(3);
  });
});
