#!/usr/bin/env node
import { listen, readPort, serveBuild } from "../../scripts/serve.mjs";
import { APP_VERSION, DIST_FOLDER } from "./appFolder";
import { compareCommand } from "./compare/compareCommand";
import { figureCommand } from "./figure/figureCommand";
import { runCommand } from "./runCommand";
import { traceCommand } from "./trace/traceCommand";

const USAGE = `apo-lab ${APP_VERSION}
  apo-lab serve [PORT]            the page, at http://localhost:4173
  apo-lab trace --help            trains without a browser, and prints a trace
  apo-lab compare a.json b.json   says where two traces part
  apo-lab figure --help           writes a figure of a run as SVG, PNG, CSV or GIF`;

/** Serves the page until the program is ended. */
async function serve(port: number): Promise<number> {
  await listen(port, await serveBuild("/", DIST_FOLDER));
  process.stdout.write(`APO Lab is at http://localhost:${port}. End it with Ctrl+C.\n`);
  return 0;
}

/*
 * The commands of the npm package, in one program: npx apo-lab trace --task sine
 */
await runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  switch (command) {
    case "serve":
      return serve(readPort(rest[0] ?? process.env.PORT, 4173));
    case "trace":
      return traceCommand(rest);
    case "compare":
      return compareCommand(rest, (text) => void process.stdout.write(`${text}\n`));
    case "figure":
      return figureCommand(rest, "apo-lab figure");
    default:
      process.stdout.write(`${USAGE}\n`);
      return command === undefined || command === "--help" ? 0 : 1;
  }
});
