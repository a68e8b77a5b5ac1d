// @ts-check
import { readFileSync } from "node:fs";

/**
 * How many checks passed and failed, and how many of the passed ones needed a second try.
 * @typedef {{ passed: number, failed: number, retried?: number }} Count
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
