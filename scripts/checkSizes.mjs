// @ts-check
import { pathToFileURL } from "node:url";
import { readBuiltPage, scriptsBeforePlay, sumBytes } from "./builtPage.mjs";
import { Failure, runMain } from "./fail.mjs";
import { ROOT } from "./run.mjs";
import { BEFORE_PLAY, CHUNK_KB, PAGE_SCRIPT_KB } from "./sizeBudgets.mjs";

/**
 * One size held against its budget. `kB` is null where nothing of that name was built, `limit` where no budget is set.
 * @typedef {{ name: string, kB: number | null, limit: number | null, ok: boolean }} Size
 */

/**
 * Every chunk of a build, and all script of the page, against the budgets. Chunks of one name are each held to its limit.
 * @param {import("./builtPage.mjs").BuiltPage} page
 * @param {{ page: number, scripts: readonly string[], chunks: Readonly<Record<string, number>> }} [budgets] of the page's `scripts`
 * @returns {Size[]}
 */
export function checkSizes(page, budgets = { page: PAGE_SCRIPT_KB, scripts: BEFORE_PLAY.page, chunks: CHUNK_KB }) {
  const chunks = [...page.chunks.values()];
  const missing = Object.keys(budgets.chunks).filter((name) => !chunks.some((chunk) => chunk.name === name));
  return [
    sizeOf("all script before Play", sumBytes(page, scriptsBeforePlay(page, budgets.scripts)) / 1000, budgets.page),
    ...chunks.map(({ name, bytes }) => sizeOf(name, bytes / 1000, budgets.chunks[name] ?? null)),
    ...missing.map((name) => sizeOf(name, null, budgets.chunks[name] ?? null)),
  ];
}

/**
 * One line of the report, with the remedy where the budget is not kept.
 * @param {Size} size
 */
export function describeSize({ name, kB, limit, ok }) {
  if (kB === null) return `${name}: has a budget, but is not built. Remove its line from scripts/sizeBudgets.mjs.`;
  const size = `${name}: ${kB.toFixed(1)} KB gzip`;
  if (limit === null) return `${size}, and no budget. Give it a line in scripts/sizeBudgets.mjs.`;
  return ok ? `${size} of ${limit}` : `${size}, over its budget of ${limit}. Ship less, or say why it may be more.`;
}

/**
 * @param {string} name
 * @param {number | null} kB
 * @param {number | null} limit
 * @returns {Size}
 */
function sizeOf(name, kB, limit) {
  return { name, kB, limit, ok: kB !== null && limit !== null && kB <= limit };
}

/**
 * Prints the sizes of `dist` and counts budgets kept and not kept.
 * @returns {import("./report.mjs").Count}
 */
export function countSizes() {
  const sizes = checkSizes(readBuiltPage(`${ROOT}dist`));
  for (const size of sizes) console.log(describeSize(size));
  const passed = sizes.filter(({ ok }) => ok).length;
  return { passed, failed: sizes.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    if (countSizes().failed > 0) throw new Failure("The build is over its size budgets (see above).");
  });
}
