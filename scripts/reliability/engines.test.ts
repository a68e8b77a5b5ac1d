import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineRowsIn, enginesIn } from "./enginesReport.mjs";
import { reliabilityDocument } from "./report.mjs";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "e2e/engines");

const testsIn = (file: string) => [...readFileSync(join(FOLDER, file), "utf8").matchAll(/^test\(/gm)].length;

describe("docs/reliability.md", () => {
  const rows = engineRowsIn(readFileSync(join(ROOT, "docs/reliability.md"), "utf8"));
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".spec.ts"));
  const tests = files.map(testsIn).reduce((sum, count) => sum + count, 0);

  it.each(["firefox", "webkit"])("has every test of %s, passed", (engine) => {
    const [browser, count, outcome, machine] = rows.get(engine) ?? [];
    expect(browser).toMatch(/^(Firefox|WebKit, as Safari) \d/);
    expect(count).toBe(String(tests));
    expect(outcome).toMatch(/^all passed in \d+ s$/);
    expect(machine).toMatch(/^\d+ cores/);
  });
});

describe("the report of other browsers", () => {
  const spec = (projectName: string, status: string, agent?: string) => ({
    tests: [
      {
        projectName,
        annotations: agent === undefined ? [] : [{ type: "browser", description: agent }],
        results: [{ status, duration: 1500 }],
      },
    ],
  });
  const agents = {
    firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    webkit: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
  };
  const report = {
    suites: [
      { specs: [spec("firefox", "passed", agents.firefox), spec("webkit", "passed", agents.webkit)] },
      { suites: [{ specs: [spec("firefox", "passed"), spec("webkit", "timedOut")] }] },
    ],
  };

  it("counts the tests of each engine, and reads its version", () => {
    expect(enginesIn(report)).toEqual([
      { engine: "firefox", browser: "Firefox 140.0", tests: 2, failed: 0, seconds: 3 },
      { engine: "webkit", browser: "WebKit, as Safari 26.0", tests: 2, failed: 1, seconds: 3 },
    ]);
  });

  it("stands in the document, which keeps it", () => {
    const first = reliabilityDocument("", { machine: "2 cores", engines: enginesIn(report) });
    expect(engineRowsIn(first).get("firefox")).toEqual(["Firefox 140.0", "2", "all passed in 3 s", "2 cores"]);
    expect(engineRowsIn(first).get("webkit")).toEqual(["WebKit, as Safari 26.0", "2", "1 FAILED in 3 s", "2 cores"]);
    expect(reliabilityDocument(first)).toBe(first);
  });
});
