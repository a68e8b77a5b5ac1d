// @ts-check
import swc from "@swc/core";
import { ROOT } from "../run.mjs";
import { unreached } from "./reach.mjs";
import { REACH_RULES, RULES } from "./rules.mjs";

// dependency-cruiser 17 has swc read .tsx as .ts. Its 18 mends that, and needs Node 22.
const { parseFileSync } = swc;
/** @typedef {Extract<import("@swc/core").ParseOptions, { syntax: "typescript" }>} Options */
/** @type {{ parseFileSync: unknown }} */ (swc).parseFileSync = (
  /** @type {string} */ path,
  /** @type {Options} */ options,
) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });
const { cruise } = await import("dependency-cruiser");

/**
 * What breaks a rule: the file, and what it imports, or itself where none reaches it.
 * @typedef {{ from: string, to: string, rule: { name: string }, cycle?: { name: string }[] }} Violation
 */
/** @typedef {import("./reach.mjs").Module} Module */

/**
 * Holds the sources of a project against the table.
 * @param {string} baseDir
 * @param {readonly string[]} folders
 * @returns {Promise<{ modules: Module[], violations: Violation[] }>}
 */
export async function checkLayers(baseDir, folders) {
  const { output } = await cruise(
    [...folders],
    { baseDir, parser: "swc", validate: true, ruleSet: { forbidden: RULES }, outputType: "json" },
    // No package is looked up: the rules judge the names that the sources write.
    { modules: [] },
  );
  /** @type {{ modules: Module[], summary: { violations: Violation[] } }} */
  const { modules, summary } = JSON.parse(String(output));
  const orphans = REACH_RULES.flatMap(({ name = "", from, to }) =>
    unreached(modules, { from, to }).map((file) => ({ from: file, to: file, rule: { name } })),
  );
  return { modules, violations: [...summary.violations, ...orphans] };
}

/** @param {Violation} violation */
function wordsOf({ from, to, rule: { name }, cycle }) {
  const comment = [...RULES, ...REACH_RULES].find((rule) => rule.name === name)?.comment;
  const path = cycle ? [from, ...cycle.map((module) => module.name)] : from === to ? [from] : [from, to];
  return `${name}: ${path.join(" > ")}\n  ${comment}`;
}

if (process.argv[1] === import.meta.filename) {
  const folders = ["src", "scripts", "e2e", "vite.config.ts", "vitest.browser.config.ts"];
  const { modules, violations } = await checkLayers(ROOT, folders);
  for (const violation of violations) console.error(wordsOf(violation));
  console.log(`${violations.length} violations in ${modules.length} modules`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
