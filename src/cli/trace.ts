import { checkOut, writeOut } from "./outFile";
import { runCommand } from "./runCommand";
import { briefTrace } from "./trace/briefTrace";
import { readTraceArgs, type TraceRequest, USAGE } from "./trace/traceArgs";
import { trainTrace } from "./trace/trainTrace";

async function run({ brief, out, ...request }: TraceRequest): Promise<void> {
  checkOut(out);
  const trace = await trainTrace(request);
  const text = `${JSON.stringify(brief ? briefTrace(trace) : trace)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeOut(out, text);
}

await runCommand(async () => {
  const request = readTraceArgs(process.argv.slice(2));
  if (request) await run(request);
  else process.stdout.write(`${USAGE}\n`);
});
