import { fileURLToPath } from "node:url";
import { claimsCommand } from "./claims/claimsCommand";
import { readRecords } from "./claims/recordFiles";
import { startNodeBackend } from "./nodeBackend";
import { publishDefaults } from "./results/claimedDefaults";
import { publishResults } from "./results/publishResults";
import { runCommand } from "./runCommand";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const tell = (line: string) => void process.stderr.write(`${line}\n`);

/*
 * `npm run -s claims -- --help` says what it does.
 *   npm run -s claims -- --publish     writes docs/results.md and the page's public/claims.json from all records there are
 *   npm run -s claims -- --defaults    writes src/config/tables/chosen/claimedSettings.ts, the app's defaults, from records with all their seeds; it trains
 *                                    what is not recorded of seeds 0 to 9, on which none may diverge
 */
await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && argv[0] === "--publish") publishResults(ROOT);
  else if (argv.length === 1 && argv[0] === "--defaults") {
    await startNodeBackend("wasm");
    await publishDefaults(ROOT, readRecords(`${ROOT}docs/claims`), tell);
  } else await claimsCommand(argv, tell);
});
