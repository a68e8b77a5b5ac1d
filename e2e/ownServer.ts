import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { serveBuild } from "../scripts/serve.mjs";

/** The build under test. */
export const DIST = join(import.meta.dirname, "../dist");

/** What the help says once the page and its data are stored. */
export const ALL_STORED = /All of the page works, with its data: (\d+) of \1 files, \d\d\.\d MB/;

/** A server of a build, which can be ended, and given another build. */
export interface OwnServer {
  origin: string;
  show(folder: string): Promise<void>;
  end(): Promise<void>;
}

/** Serves the build under test. */
export async function startServer(): Promise<OwnServer> {
  let answer = await serveBuild("/", DIST);
  const server: Server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    show: async (folder) => {
      answer = await serveBuild("/", folder);
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
