import { compareCommand } from "./compare/compareCommand";
import { runCommand } from "./runCommand";

/*
 * Compares two traces, and says where they part.
 *   npm run -s compare -- a.json b.json --rtol 1e-5
 */
await runCommand(async () => compareCommand(process.argv.slice(2), (text) => void process.stdout.write(`${text}\n`)));
