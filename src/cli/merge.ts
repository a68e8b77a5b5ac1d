import { mergeCommand } from "./compare/mergeCommand";
import { runCommand } from "./runCommand";

/*
 * Joins traces of one experiment that machines trained apart, each some of its runs:
 *   npm run -s merge -- part-1.json part-2.json --out whole.json
 */
await runCommand(async () => mergeCommand(process.argv.slice(2), "npm run -s merge --"));
