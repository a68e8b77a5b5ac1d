import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";

const EXAMPLES = join(import.meta.dirname, "../examples");

/** Where the examples name the lab: the tests have it elsewhere. */
const IN_EXAMPLES = "http://localhost:4173/";

/** A web server of somebody else: pages around figures, from another port than the lab. */
export interface HostServer {
  origin: string;
  /** Further pages, by their paths. */
  pages: Map<string, { html: string; headers?: Record<string, string> }>;
  close(): Promise<void>;
}

/** Serves the examples, with the address of the lab under test in place of the one that they name. */
export async function startHost(lab: string): Promise<HostServer> {
  const pages: HostServer["pages"] = new Map();
  for (const name of ["post.html", "slides.html"])
    pages.set(`/${name}`, { html: readFileSync(join(EXAMPLES, name), "utf8").replaceAll(IN_EXAMPLES, lab) });
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = pages.get(pathname);
    if (!page) {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
