// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { ensureChromium } from "../chromium.mjs";
import { Failure, runMain } from "../fail.mjs";
import { installDependencies } from "../install.mjs";
import { ROOT, runTool } from "../run.mjs";
import { machineIn, reliabilityDocument } from "./report.mjs";
import { SOAKS } from "./soaks.mjs";

const DOCUMENT = `${ROOT}docs/reliability.md`;
const REPORTS = `${ROOT}test-results/soak`;

/** The races named, or all, and how many steps of them. */
function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { steps: { type: "string" } } });
  const unknown = positionals.filter((name) => !Object.hasOwn(SOAKS, name));
  if (unknown.length > 0)
    throw new Failure(`There is no long race ${unknown.join(", ")}. Allowed: ${Object.keys(SOAKS).join(", ")}.`);
  const { steps } = values;
  if (steps !== undefined && !(Number.isInteger(Number(steps)) && Number(steps) >= 100 && Number(steps) <= 1_000_000))
    throw new Failure(`--steps is "${steps}": give a whole number from 100 to 1000000.`);
  return { ids: Object.keys(SOAKS).filter((id) => positionals.length === 0 || positionals.includes(id)), steps };
}

// Trains races for long and watches what they hold: npm run soak, with names of races for some of them, and -- --steps N for fewer
// steps, which the document tells.
await runMain(async () => {
  const { ids, steps } = readArguments();
  await installDependencies();
  const chromium = { CHROMIUM_PATH: ensureChromium() };
  rmSync(REPORTS, { recursive: true, force: true });
  if ((await runTool("vite/bin/vite.js", ["build"])) !== 0) throw new Failure("The page could not be built.");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list", `--output=${REPORTS}/pages`];
  const all = ["--retries=0", "--workers=1", "--global-timeout=0", "--grep", `@soak-(${ids.join("|")})\\b`];
  const env = { ...chromium, SOAK: "1", SOAK_STEPS: steps ?? "", SOAK_REPORTS: REPORTS };
  const status = await runTool("@playwright/test/cli.js", [...args, ...all], env);
  /** @type {import("./soakReport.mjs").SoakResult[]} */
  const results = !existsSync(REPORTS)
    ? []
    : readdirSync(REPORTS)
        .filter((name) => name.endsWith(".json"))
        .map((name) => JSON.parse(readFileSync(`${REPORTS}/${name}`, "utf8")));
  for (const { soak, figures, faults } of results)
    console.log(`${soak}: ${faults.join("; ") || "kept"}\n${JSON.stringify(figures)}`);
  if (results.length > 0) {
    const machine = `${availableParallelism()} cores, Node ${process.versions.node}, without a GPU`;
    const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, "utf8") : "";
    writeFileSync(DOCUMENT, reliabilityDocument([], before, machineIn(before), { results, machine }));
  }
  if (status !== 0) throw new Failure("A long race did not keep to what is promised.");
});
