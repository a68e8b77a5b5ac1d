import { claimsCommand } from "./claims/claimsCommand";
import { runCommand } from "./runCommand";

/* `npm run -s claims -- --help` says what it does. */
await runCommand(() => claimsCommand(process.argv.slice(2), (line) => void process.stderr.write(`${line}\n`)));
