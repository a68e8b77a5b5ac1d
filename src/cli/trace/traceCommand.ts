import { EXIT } from "../exitCodes";
import { checkOut, writeOut } from "../outFile";
import { briefTrace } from "./briefTrace";
import { givenTemplate } from "./givenTemplate";
import { readTemplateArgs, readTraceArgs, type TraceRequest } from "./traceArgs";
import { USAGE } from "./traceUsage";
import { trainTrace } from "./trainTrace";

async function run({ brief, out, failOnDiverged, ...request }: TraceRequest): Promise<number> {
  checkOut(out);
  const trace = await trainTrace(request);
  print(brief ? briefTrace(trace) : trace, out);
  const diverged = trace.runs.filter(({ status }) => failOnDiverged && status === "diverged");
  for (const { run: name, message } of diverged) process.stderr.write(`${name} diverged: ${message}\n`);
  return diverged.length > 0 ? EXIT.diverged : 0;
}

function print(document: object, out: string | undefined): void {
  const text = `${JSON.stringify(document)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeOut(out, text);
}

/** Trains and prints a trace, a template or the usage; returns the status to end with. Throws `ConfigError` and `TaskError`. */
export async function traceCommand(argv: string[]): Promise<number> {
  const template = readTemplateArgs(argv);
  if (template) {
    checkOut(template.out);
    print(givenTemplate(template.name), template.out);
    return 0;
  }
  const request = readTraceArgs(argv);
  if (request) return run(request);
  process.stdout.write(`${USAGE}\n`);
  return 0;
}
