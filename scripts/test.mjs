// @ts-check
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { countSizes } from "./checkSizes.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ENGINE_NAMES, whatIsMissing } from "./engines.mjs";
import { Failure } from "./fail.mjs";
import { installDependencies } from "./install.mjs";
import { countLicences } from "./licences/check.mjs";
import { portionsOf } from "./portions.mjs";
import { onPath } from "./programs.mjs";
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
import { ROOT, run, runTool } from "./run.mjs";
import { specFiles } from "./specFiles.mjs";

const REPORTS = `${ROOT}test-results`;
/** How many of the slowest test files are named at the end. */
const SLOWEST = 10;
/**
 * Browser tests and the engines' are run side by side with the rest, by as many lanes. Not more than cores: a page trains on while
 * its test waits for a busy machine, so that 17 tests took 174 s of processor time one by one, 206 s in two lanes, 237 s in three.
 */
const LANES = Math.min(availableParallelism(), 3);
/** The least files of browser tests that are worth a start of Playwright and the browser, which takes as long as a test. */
const LEAST_FILES = 5;

/** @type {{ name: string, count: import("./report.mjs").Count, seconds: number }[]} */
const results = [];
/** @type {import("./report.mjs").FileTime[]} */
const times = [];
/** Tests that failed, a line each. @type {string[]} */
const failures = [];
/** What this machine cannot check, a line each. @type {string[]} */
const skipped = [];

/**
 * @param {string} name
 * @param {(label: string) => Promise<import("./report.mjs").Count>} check
 */
async function record(name, check) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const count = await check(name);
  results.push({ name, count, seconds: (performance.now() - start) / 1000 });
  return count;
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function checkWith(script, args) {
  return async (/** @type {string} */ label) => countCheck(await runTool(script, args, {}, label));
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function checkWithVitest(name, args, env) {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return async (/** @type {string} */ label) => {
    const status = await runTool("vitest/vitest.mjs", ["run", ...reporters, ...args], env, label);
    times.push(...timesOfVitest(report));
    failures.push(...failuresOfVitest(report));
    return countVitest(report, status);
  };
}

/**
 * @param {string} name of the report, and of the folder for what is kept of failures
 * @param {string} config
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [more] arguments
 */
function checkWithPlaywright(name, config, env, more = []) {
  const report = `${REPORTS}/${name}.json`;
  const args = ["test", "--config", config, "--reporter=list,json", `--output=${REPORTS}/${name}`, ...more];
  return async (/** @type {string} */ label) => {
    const output = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const status = await runTool("@playwright/test/cli.js", args, output, label);
    times.push(...timesOfPlaywright(report));
    failures.push(...failuresOfPlaywright(report));
    return countPlaywright(report, status);
  };
}

/** @param {NodeJS.ProcessEnv} chromium */
async function checkEngines(chromium) {
  const installed = ENGINE_NAMES.filter((name) => !whatIsMissing(name));
  for (const name of ENGINE_NAMES) {
    if (!installed.includes(name)) skipped.push(`${name}: skipped, not installed (npm run test:browsers installs it)`);
  }
  if (installed.length === 0) return;
  const env = { ...chromium, ENGINES_FORM: "short" };
  await record(installed.join(" and "), checkWithPlaywright("engines", "e2e/engines/playwright.config.ts", env));
}

async function checkSources() {
  // The cores are all taken: one thread checks the types in half the processor time of four.
  await record("types", checkWith("typescript/bin/tsc", ["--singleThreaded"]));
  await record("lint", checkWith("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]));
  await record("layers", async (label) =>
    countCheck(await run(process.execPath, ["scripts/layers/check.mjs"], undefined, label)),
  );
  await record("unused code", checkWith("knip/bin/knip.js", []));
  await record("unit tests", checkWithVitest("unit", []));
}

/** Without a build there is nothing to open, and one failure is counted already. */
async function build() {
  const { failed } = await record("build", checkWith("vite/bin/vite.js", ["build"]));
  if (failed === 0) {
    await record("sizes of the build", async () => countSizes());
    await record("licences of the build", async () => countLicences());
  }
  return failed === 0;
}

/** The tests of saved figures hold them against what another program draws, where there is one (e2e/rendering.ts). */
function checkRenderer() {
  if (onPath("rsvg-convert")) return;
  skipped.push(
    "likeness of saved figures: skipped, no rsvg-convert on the PATH (Debian's package librsvg2-bin has it)",
  );
}

async function runChecks() {
  rmSync(REPORTS, { recursive: true, force: true }); // A report of an earlier run must not stand in for a crash.
  await installDependencies();
  const chromium = { CHROMIUM_PATH: ensureChromium() };
  console.log(`Browser: ${chromium.CHROMIUM_PATH}`);
  checkRenderer();
  const built = build();
  const portions = portionsOf(specFiles(`${ROOT}e2e`), LANES, LEAST_FILES);
  const pageChecks = [
    ...portions.map((files, index) => {
      const filters = files.map((file) => `/${file.replaceAll(".", "\\.")}$`);
      const check = checkWithPlaywright(`e2e-${index + 1}`, "e2e/playwright.config.ts", chromium, filters);
      return () => record(`browser tests ${index + 1} of ${portions.length}`, check);
    }),
    () => checkEngines(chromium),
  ];
  const kernels = checkWithVitest("browser", ["--config", "vitest.browser.config.ts"], chromium);
  /** A lane takes the next where it has come to it. @type {(() => Promise<unknown>)[]} */
  const checks = [
    checkSources,
    () => record("kernel tests", kernels),
    ...pageChecks.map((check) => async () => ((await built) ? check() : undefined)),
  ];
  const takeChecks = async () => {
    for (let check = checks.shift(); check; check = checks.shift()) await check();
  };
  await Promise.all(Array.from({ length: LANES }, takeChecks));
}

try {
  await runChecks();
} catch (error) {
  console.error(`\n${error instanceof Failure ? error.message : error instanceof Error ? error.stack : error}`);
  results.push({ name: "set-up", count: { passed: 0, failed: 1 }, seconds: 0 });
}

if (times.length > 0) console.log(`\nThe slowest test files:\n${linesOfSlowest(times, SLOWEST).join("\n")}`);
console.log();
for (const { name, count, seconds } of results) {
  const retried = count.retried ? `, ${count.retried} of the passed on a second try` : "";
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed${retried} (${seconds.toFixed(0)} s)`);
}
for (const line of skipped) console.log(line);
if (failures.length > 0) console.log(`What failed:\n${failures.join("\n")}`);
const passed = results.reduce((sum, { count }) => sum + count.passed, 0);
const failed = results.reduce((sum, { count }) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`all of it: ${(performance.now() / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
