import { resolve } from "node:path";
import { ConfigError } from "../../config/experiment/notes";
import { readWordsAndOptions } from "../options";
import { checkOut, writeOut } from "../outFile";
import { mergeFiles } from "./mergeTraces";

/** @param command how it is called: `npm run -s merge --` */
const mergeUsage = (command: string) => `${command} part-1.json part-2.json --out whole.json
  joins the runs of traces (apo-trace/1, also gzip) of one experiment that machines trained apart
  --out FILE        writes the whole there; none of the parts
  ends with 0, 1 for a wrong option, 2 for a file that cannot be read or does not fit`;

const OPTIONS = { out: { type: "string" }, help: { type: "boolean" } } as const;

/** Writes one trace of several, or prints the usage of the command named `command`. Throws `ConfigError` and `DataError`. */
export function mergeCommand(argv: readonly string[], command: string): void {
  const { words: parts, values } = readWordsAndOptions(argv, OPTIONS);
  if (values.help) {
    process.stdout.write(`${mergeUsage(command)}\n`);
    return;
  }
  const { out } = values;
  if (out === undefined)
    throw usage("--out is missing", "Every other word is a part, and none is written to.", "Add --out whole.json.");
  if (parts.some((part) => resolve(part) === resolve(out)))
    throw usage(`--out is ${out}, one of the parts`, "It would be lost.", "Write to another file: --out whole.json.");
  checkOut(out);
  writeOut(out, `${JSON.stringify(mergeFiles(parts))}\n`);
}

const usage = (title: string, detail: string, remedy: string) => new ConfigError([{ title, detail, remedy }]);
