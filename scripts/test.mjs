// @ts-check
import { rmSync } from "node:fs";
import { ensureChromium } from "./chromium.mjs";
import { Failure } from "./fail.mjs";
import { installDependencies } from "./install.mjs";
import { countCheck, countPlaywright, countVitest } from "./report.mjs";
import { ROOT, run, runTool } from "./run.mjs";

const REPORTS = `${ROOT}test-results`;

/** @type {{ name: string, count: import("./report.mjs").Count, seconds: number }[]} */
const results = [];

/**
 * @param {string} name
 * @param {() => Promise<import("./report.mjs").Count>} check
 */
async function record(name, check) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const count = await check();
  results.push({ name, count, seconds: (performance.now() - start) / 1000 });
  return count;
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runVitest(name, args, env) {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return countVitest(report, await runTool("vitest/vitest.mjs", ["run", ...reporters, ...args], env));
}

/** @param {NodeJS.ProcessEnv} env */
async function runPlaywright(env) {
  const report = `${REPORTS}/e2e.json`;
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const output = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return countPlaywright(report, await runTool("@playwright/test/cli.js", args, output));
}

async function runChecks() {
  rmSync(REPORTS, { recursive: true, force: true }); // A report of an earlier run must not stand in for a crash.
  await installDependencies();
  const chromium = { CHROMIUM_PATH: ensureChromium() };
  console.log(`Browser: ${chromium.CHROMIUM_PATH}`);
  await record("types", async () => countCheck(await runTool("typescript/bin/tsc", [])));
  await record("lint", async () =>
    countCheck(await runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])),
  );
  await record("layers", async () => countCheck(await run(process.execPath, ["scripts/layers/check.mjs"])));
  await record("unused code", async () => countCheck(await runTool("knip/bin/knip.js", [])));
  await record("unit tests", () => runVitest("unit", []));
  await record("kernel tests in the browser", () =>
    runVitest("browser", ["--config", "vitest.browser.config.ts"], chromium),
  );
  const build = await record("build", async () => countCheck(await runTool("vite/bin/vite.js", ["build"])));
  // Without a build there is nothing to open, and one failure is counted already.
  if (build.failed === 0) await record("browser tests of the build", () => runPlaywright(chromium));
}

try {
  await runChecks();
} catch (error) {
  console.error(`\n${error instanceof Failure ? error.message : error instanceof Error ? error.stack : error}`);
  results.push({ name: "set-up", count: { passed: 0, failed: 1 }, seconds: 0 });
}

console.log();
for (const { name, count, seconds } of results) {
  const retried = count.retried ? `, ${count.retried} of the passed on a second try` : "";
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed${retried} (${seconds.toFixed(0)} s)`);
}
const passed = results.reduce((sum, { count }) => sum + count.passed, 0);
const failed = results.reduce((sum, { count }) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
