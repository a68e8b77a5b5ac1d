#!/usr/bin/env node
import { listen, readPort, serveBuild } from "../../scripts/serve.mjs";
import { ConfigError } from "../config/experiment/notes";
import { APP_VERSION, DIST_FOLDER } from "./appFolder";
import { compareCommand } from "./compare/compareCommand";
import { mergeCommand } from "./compare/mergeCommand";
import { figureCommand } from "./figure/figureCommand";
import { runCommand } from "./runCommand";
import { traceCommand } from "./trace/traceCommand";

const USAGE = `apo-lab ${APP_VERSION}
  apo-lab serve [PORT]            the page, at http://localhost:4173
  apo-lab trace --help            trains without a browser, and prints a trace
  apo-lab compare a.json b.json   says where two traces part
  apo-lab merge --help            joins the runs of traces that machines trained apart
  apo-lab figure --help           writes a figure of a run as SVG, PNG, CSV or GIF`;

/** The port of a command line, or the page's own. Throws `ConfigError`. */
function portOf(text: string | undefined): number {
  try {
    return readPort(text, 4173);
  } catch {
    const detail = "Allowed: a whole number from 1 to 65535.";
    throw new ConfigError([{ title: `The port is "${text}"`, detail, remedy: "Write apo-lab serve 8080, say." }]);
  }
}

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
      return serve(portOf(rest[0] ?? process.env.PORT));
    case "trace":
      return traceCommand(rest);
    case "compare":
      return compareCommand(rest, (text) => void process.stdout.write(`${text}\n`));
    case "merge":
      return mergeCommand(rest, "apo-lab merge");
    case "figure":
      return figureCommand(rest, "apo-lab figure");
    case undefined:
    case "--help":
      process.stdout.write(`${USAGE}\n`);
      return 0;
    default:
      throw new ConfigError([
        {
          title: `There is no command "${command}"`,
          detail: "Allowed: serve, trace, compare, merge, figure.",
          remedy: "apo-lab --help says what each does.",
        },
      ]);
  }
});
