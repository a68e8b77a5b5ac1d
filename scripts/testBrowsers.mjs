// @ts-check
import { ENGINE_NAMES, ensureEngines } from "./engines.mjs";
import { Failure, runMain } from "./fail.mjs";
import { installDependencies } from "./install.mjs";
import { runTool } from "./run.mjs";

/** The page in Firefox and WebKit: npm run test:browsers, with arguments for Playwright after two dashes. */
await runMain(async () => {
  await installDependencies();
  const missing = ensureEngines();
  for (const sentence of missing) console.error(sentence);
  if (missing.length === ENGINE_NAMES.length) throw new Failure("No engine to test the page in.");
  const build = await runTool("vite/bin/vite.js", ["build"]);
  if (build !== 0) throw new Failure("The page could not be built.");
  const args = ["test", "--config", "e2e/engines/playwright.config.ts", ...process.argv.slice(2)];
  const status = await runTool("@playwright/test/cli.js", args);
  process.exitCode = status || (missing.length > 0 ? 1 : 0);
});
