// @ts-check
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./run.mjs";

/**
 * How many checks passed and failed, and how many of the passed ones needed a second try.
 * @typedef {{ passed: number, failed: number, retried?: number }} Count
 */

/**
 * How long the tests of a file took; its path is from the project's folder, with slashes.
 * @typedef {{ file: string, seconds: number }} FileTime
 */

/**
 * @param {string} path
 * @returns {any} the report, or undefined where the runner wrote none
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * A runner that ends badly without one failed test (a crash, a file that cannot be loaded) counts as one failure.
 * @param {Count} count
 * @param {number} status the runner's exit status
 * @returns {Count}
 */
function withCrash(count, status) {
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Counts the tests in Vitest's JSON report. A file that could not be loaded counts as one failure.
 * @param {string} path
 * @param {number} status
 * @returns {Count}
 */
export function countVitest(path, status) {
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return withCrash({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded }, status);
}

/**
 * Counts the tests in Playwright's JSON report. A test that passed on its one retry counts as passed, and is told.
 * @param {string} path
 * @param {number} status
 * @returns {Count}
 */
export function countPlaywright(path, status) {
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return withCrash({ passed: expected + flaky, failed: unexpected, retried: flaky }, status);
}

/**
 * Counts a check that only passes or fails.
 * @param {number} status
 * @returns {Count}
 */
export function countCheck(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The failed tests of Vitest's JSON report: file and name; and files that could not be loaded.
 * @param {string} path
 * @returns {string[]}
 */
export function failuresOfVitest(path) {
  return (readReport(path)?.testResults ?? []).flatMap((/** @type {any} */ { name, status, assertionResults }) => {
    const file = fromRoot(name);
    if (status === "failed" && assertionResults.length === 0) return [file];
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
    return failed.map((/** @type {any} */ test) => `${file}: ${test.fullName}`);
  });
}

/** @param {string} path */
const fromRoot = (path) => relative(ROOT, path).replaceAll("\\", "/");

/**
 * How long each file of Vitest's JSON report took, from the start of its first test to the end of its last; none where there is
 * no report.
 * @param {string} path
 * @returns {FileTime[]}
 */
export function timesOfVitest(path) {
  return (readReport(path)?.testResults ?? []).map(
    (/** @type {{ name: string, startTime: number, endTime: number }} */ { name, startTime, endTime }) => ({
      file: fromRoot(name),
      seconds: (endTime - startTime) / 1000,
    }),
  );
}

/**
 * The specs of a suite of Playwright's JSON report and those inside it.
 * @param {any} suite
 * @returns {any[]}
 */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/**
 * The failed tests of Playwright's JSON report: file, line and name.
 * @param {string} path
 * @returns {string[]}
 */
export function failuresOfPlaywright(path) {
  const report = readReport(path);
  return (report?.suites ?? []).flatMap((/** @type {any} */ suite) => {
    const file = fromRoot(join(report.config.rootDir, suite.file));
    const failed = specsOf(suite).filter(({ tests }) =>
      tests.some((/** @type {any} */ one) => one.status === "unexpected"),
    );
    return failed.map(({ line, title }) => `${file}:${line}: ${title}`);
  });
}

/**
 * The durations of all tries of the tests in a suite of Playwright's JSON report and those inside it.
 * @param {any} suite
 * @returns {number[]}
 */
function durationsOf(suite) {
  const tests = specsOf(suite).flatMap(({ tests }) => tests);
  const results = tests.flatMap((/** @type {any} */ test) => test.results);
  return results.map((/** @type {any} */ result) => result.duration);
}

/**
 * How long the tests of each file in Playwright's JSON report took together, second tries included; none where there is no report.
 * @param {string} path
 * @returns {FileTime[]}
 */
export function timesOfPlaywright(path) {
  const report = readReport(path);
  return (report?.suites ?? []).map((/** @type {any} */ suite) => ({
    file: fromRoot(join(report.config.rootDir, suite.file)),
    seconds: durationsOf(suite).reduce((sum, duration) => sum + duration, 0) / 1000,
  }));
}

/**
 * A line for each of the slowest files, the slowest first: seconds, then the file.
 * @param {readonly FileTime[]} times
 * @param {number} count
 * @returns {string[]}
 */
export function linesOfSlowest(times, count) {
  const slowest = [...times].sort((a, b) => b.seconds - a.seconds).slice(0, count);
  return slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
}
