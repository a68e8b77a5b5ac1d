import { mergeFiles } from "./compare/mergeTraces";
import { checkOut, writeOut } from "./outFile";
import { runCommand } from "./runCommand";

/*
 * Joins traces of one experiment that machines trained apart, each some of its runs:
 *   npm run -s merge -- whole.json part-1.json part-2.json
 */
await runCommand(async () => {
  const [out, ...parts] = process.argv.slice(2);
  checkOut(out);
  const trace = mergeFiles(parts);
  writeOut(out ?? "", `${JSON.stringify(trace)}\n`);
});
