// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { ensureChromium } from "../chromium.mjs";
import { Failure } from "../fail.mjs";
import { ROOT, runTool } from "../run.mjs";

/** Where faults and long races tell what came of them. */
export const DOCUMENT = `${ROOT}docs/reliability.md`;

export const documentBefore = () => (existsSync(DOCUMENT) ? readFileSync(DOCUMENT, "utf8") : "");

export const thisMachine = () => `${availableParallelism()} cores, Node ${process.versions.node}, without a GPU`;

/**
 * Builds the page, and runs in the browser the tests of that tag, each once and one by one. Throws `Failure` where it cannot be built.
 * @param {string} tag of their names, as a regular expression
 * @param {string} reports the folder of what is kept of failures
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} Playwright's exit status
 */
export async function runPages(tag, reports, env) {
  const chromium = { CHROMIUM_PATH: ensureChromium() };
  if ((await runTool("vite/bin/vite.js", ["build"])) !== 0) throw new Failure("The page could not be built.");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", `--output=${reports}/pages`];
  const all = ["--retries=0", "--workers=1", "--global-timeout=0", "--grep", tag];
  const report = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(reports) };
  return runTool("@playwright/test/cli.js", [...args, ...all], { ...chromium, ...report, ...env });
}

/** Playwright's JSON report of the run before. @param {string} reports as above */
export const reportOf = (reports) => `${reports}/pages.report.json`;

/** A report of tests. Throws `Failure` where there is none. @param {string} path @returns {any} */
export function readReport(path) {
  if (!existsSync(path)) throw new Failure(`There is no report ${path}: the tests did not run.`);
  return JSON.parse(readFileSync(path, "utf8"));
}
