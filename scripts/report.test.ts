import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countCheck, countPlaywright, countVitest } from "./report.mjs";

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
