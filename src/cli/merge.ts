import { mergeFiles } from "./compare/mergeTraces";
import { checkOut, writeOut } from "./outFile";
import { runCommand } from "./runCommand";

/*
 * Joins traces of one experiment that machines trained apart, each some of its runs:
 *   npm run -s merge -- whole.json part-1.json part-2.json
 */
const USAGE = `npm run -s merge -- whole.json part-1.json part-2.json
  joins the runs of traces (apo-trace/1, also gzip) of one experiment, and writes them to the first file`;

await runCommand(async () => {
  const [out, ...parts] = process.argv.slice(2);
  if (out === "--help") {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  checkOut(out);
  const trace = mergeFiles(parts);
  writeOut(out ?? "", `${JSON.stringify(trace)}\n`);
});
