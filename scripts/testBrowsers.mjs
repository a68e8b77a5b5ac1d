// @ts-check
import { writeFileSync } from "node:fs";
import { ENGINE_NAMES, ensureEngines } from "./engines.mjs";
import { Failure, runMain } from "./fail.mjs";
import { installDependencies } from "./install.mjs";
import { enginesIn } from "./reliability/enginesReport.mjs";
import { DOCUMENT, documentBefore, readReport, thisMachine } from "./reliability/pages.mjs";
import { reliabilityDocument } from "./reliability/report.mjs";
import { ROOT, runTool } from "./run.mjs";

const REPORT = `${ROOT}test-results/engines.report.json`;

/**
 * The page in Firefox and WebKit: npm run test:browsers, with arguments for Playwright after two dashes. Without any, what came of it is
 * written into docs/reliability.md.
 */
await runMain(async () => {
  await installDependencies();
  const missing = ensureEngines();
  for (const sentence of missing) console.error(sentence);
  if (missing.length === ENGINE_NAMES.length) throw new Failure("No engine to test the page in.");
  const build = await runTool("vite/bin/vite.js", ["build"]);
  if (build !== 0) throw new Failure("The page could not be built.");
  const given = process.argv.slice(2);
  const args = ["test", "--config", "e2e/engines/playwright.config.ts", "--reporter=list,json", ...given];
  const status = await runTool("@playwright/test/cli.js", args, { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT });
  if (given.length === 0 && missing.length === 0) {
    const engines = enginesIn(readReport(REPORT));
    writeFileSync(DOCUMENT, reliabilityDocument(documentBefore(), { machine: thisMachine(), engines }));
  }
  process.exitCode = status || (missing.length > 0 ? 1 : 0);
});
