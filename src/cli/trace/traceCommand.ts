import { EXIT } from "../exitCodes";
import { checkOut, writeOut } from "../outFile";
import { briefTrace } from "./briefTrace";
import { givenTemplate } from "./givenTemplate";
import { readTraceArgs, type TraceRequest, USAGE } from "./traceArgs";
import { trainTrace } from "./trainTrace";

async function run({ brief, out, failOnDiverged, ...request }: TraceRequest): Promise<number> {
  checkOut(out);
  const trace = await trainTrace(request);
  const text = `${JSON.stringify(brief ? briefTrace(trace) : trace)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeOut(out, text);
  const diverged = trace.runs.filter(({ status }) => failOnDiverged && status === "diverged");
  for (const { run: name, message } of diverged) process.stderr.write(`${name} diverged: ${message}\n`);
  return diverged.length > 0 ? EXIT.diverged : 0;
}

/** Trains and prints a trace, a template or the usage; returns the status to end with. Throws `ConfigError` and `TaskError`. */
export async function traceCommand(argv: string[]): Promise<number> {
  if (argv.includes("--template")) {
    const name = argv[argv.indexOf("--template") + 1] ?? "";
    process.stdout.write(`${JSON.stringify(givenTemplate(name))}\n`);
    return 0;
  }
  const request = readTraceArgs(argv);
  if (request) return run(request);
  process.stdout.write(`${USAGE}\n`);
  return 0;
}
