// @ts-check
import swc from "@swc/core";
import { ROOT } from "../run.mjs";
import { RULES } from "./rules.mjs";

// dependency-cruiser 17 has swc read .tsx as .ts. Its 18 mends that, and needs Node 22.
const { parseFileSync } = swc;
/** @typedef {Extract<import("@swc/core").ParseOptions, { syntax: "typescript" }>} Options */
/** @type {{ parseFileSync: unknown }} */ (swc).parseFileSync = (
  /** @type {string} */ path,
  /** @type {Options} */ options,
) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });
const { cruise } = await import("dependency-cruiser");

/**
 * Holds the sources of a project against the table: the report for a person, or as JSON, and the number of errors.
 * @param {string} baseDir
 * @param {readonly string[]} folders
 * @param {"err-long" | "json"} [outputType]
 */
export async function checkLayers(baseDir, folders, outputType = "err-long") {
  const { output, exitCode } = await cruise(
    [...folders],
    { baseDir, parser: "swc", validate: true, ruleSet: { forbidden: RULES }, outputType },
    // No package is looked up: the rules judge the names that the sources write.
    { modules: [] },
  );
  return { report: String(output), errors: exitCode };
}

if (process.argv[1] === import.meta.filename) {
  const { report, errors } = await checkLayers(ROOT, [
    "src",
    "scripts",
    "e2e",
    "vite.config.ts",
    "vitest.browser.config.ts",
  ]);
  console.log(report);
  process.exitCode = errors > 0 ? 1 : 0;
}
