import { runCommand } from "./runCommand";
import { traceCommand } from "./trace/traceCommand";

await runCommand(() => traceCommand(process.argv.slice(2)));
