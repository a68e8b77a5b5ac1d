import { fileURLToPath } from "node:url";
import { claimsCommand } from "./claims/claimsCommand";
import { readRecords } from "./claims/recordFiles";
import { publishDefaults } from "./results/claimedDefaults";
import { publishResults } from "./results/publishResults";
import { runCommand } from "./runCommand";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/*
 * `npm run -s claims -- --help` says what it does.
 *   npm run -s claims -- --publish     writes docs/results.md and the page's public/claims.json from all records there are
 *   npm run -s claims -- --defaults    writes src/config/tables/chosen/claimedSettings.ts, the app's defaults, from records with all their seeds
 */
await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && argv[0] === "--publish") publishResults(ROOT);
  else if (argv.length === 1 && argv[0] === "--defaults") publishDefaults(ROOT, readRecords(`${ROOT}docs/claims`));
  else await claimsCommand(argv, (line) => void process.stderr.write(`${line}\n`));
});
