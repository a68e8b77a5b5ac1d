// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Failure, runMain } from "../fail.mjs";
import { installDependencies } from "../install.mjs";
import { ROOT } from "../run.mjs";
import { DOCUMENT, documentBefore, runPages, thisMachine } from "./pages.mjs";
import { reliabilityDocument } from "./report.mjs";
import { SOAKS } from "./soaks.mjs";

const REPORTS = `${ROOT}test-results/soak`;
const RESULTS = `${REPORTS}/races`;

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
  rmSync(REPORTS, { recursive: true, force: true });
  const status = await runPages(`@soak-(${ids.join("|")})\\b`, REPORTS, {
    SOAK: "1",
    SOAK_STEPS: steps ?? "",
    SOAK_REPORTS: RESULTS,
  });
  /** @type {import("./soakReport.mjs").SoakResult[]} */
  const results = !existsSync(RESULTS)
    ? []
    : readdirSync(RESULTS)
        .filter((name) => name.endsWith(".json"))
        .map((name) => JSON.parse(readFileSync(`${RESULTS}/${name}`, "utf8")));
  for (const { soak, figures, faults } of results)
    console.log(`${soak}: ${faults.join("; ") || "kept"}\n${JSON.stringify(figures)}`);
  if (results.length > 0)
    writeFileSync(DOCUMENT, reliabilityDocument(documentBefore(), { machine: thisMachine(), races: results }));
  if (status !== 0) throw new Failure("A long race did not keep to what is promised.");
});
