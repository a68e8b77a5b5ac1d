// @ts-check
import { rmSync, writeFileSync } from "node:fs";
import { Failure, runMain } from "../fail.mjs";
import { installDependencies } from "../install.mjs";
import { ROOT, runTool } from "../run.mjs";
import { FAULTS } from "./faults.mjs";
import { DOCUMENT, documentBefore, readReport, reportOf, runPages, thisMachine } from "./pages.mjs";
import { outcomesOfPlaywright, outcomesOfVitest, reliabilityDocument } from "./report.mjs";

const REPORTS = `${ROOT}test-results/reliability`;
const LONG = { RELIABILITY: "1" };

/** The faults named, or all. @param {readonly string[]} names */
function chosen(names) {
  const unknown = names.filter((name) => !Object.hasOwn(FAULTS, name));
  if (unknown.length > 0)
    throw new Failure(`There is no fault ${unknown.join(", ")}. Allowed: ${Object.keys(FAULTS).join(", ")}.`);
  return Object.entries(FAULTS).filter(([id]) => names.length === 0 || names.includes(id));
}

/** Inputs of readers, in Node. @param {readonly string[]} files */
async function tryReaders(files) {
  if (files.length === 0) return [];
  const report = `${REPORTS}/readers.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  await runTool("vitest/vitest.mjs", ["run", ...reporters, ...files], LONG);
  return outcomesOfVitest(readReport(report));
}

/** Faults of a page, in the browser. @param {readonly string[]} ids */
async function tryPages(ids) {
  if (ids.length === 0) return [];
  await runPages(`@(${ids.join("|")})\\b`, REPORTS, LONG);
  return readReport(reportOf(REPORTS)).suites.flatMap(outcomesOfPlaywright);
}

// Injects every fault many times, and writes what came of it: npm run reliability, with names of faults for some of them.
await runMain(async () => {
  const faults = chosen(process.argv.slice(2));
  await installDependencies();
  rmSync(REPORTS, { recursive: true, force: true });
  const isReader = (/** @type {string} */ test) => test.startsWith("scripts/");
  const files = [...new Set(faults.map(([, { test }]) => test).filter(isReader))];
  const pages = faults.filter(([, { test }]) => !isReader(test)).map(([id]) => id);
  const outcomes = [...(await tryReaders(files)), ...(await tryPages(pages))];
  writeFileSync(DOCUMENT, reliabilityDocument(documentBefore(), { machine: thisMachine(), outcomes }));
  const failed = outcomes.filter(({ passed }) => !passed);
  for (const { fault, trials, passed, seconds } of outcomes)
    console.log(`${fault}: ${trials} trials, ${passed ? "passed" : "FAILED"} (${seconds.toFixed(0)} s)`);
  const missing = faults.filter(([id]) => !outcomes.some(({ fault }) => fault === id)).map(([id]) => id);
  if (failed.length + missing.length > 0)
    throw new Failure(
      `Failed: ${failed.map(({ fault }) => fault).join(", ") || "none"}; not run: ${missing.join(", ") || "none"}.`,
    );
});
