import { writeFileSync } from "node:fs";
import { briefTrace } from "./trace/briefTrace";
import { readTraceArgs, type TraceRequest, USAGE } from "./trace/traceArgs";
import { trainTrace } from "./trace/trainTrace";

async function run({ brief, out, ...request }: TraceRequest): Promise<void> {
  const trace = await trainTrace(request);
  const text = `${JSON.stringify(brief ? briefTrace(trace) : trace)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

try {
  const request = readTraceArgs(process.argv.slice(2));
  if (request) await run(request);
  else process.stdout.write(`${USAGE}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
