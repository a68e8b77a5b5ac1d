// @ts-check
import { createServer } from "node:http";
import { join } from "node:path";
import { Failure } from "./fail.mjs";
import { ROOT } from "./run.mjs";

/** The two addresses of `localhost`. A browser may try either first. */
const LOOPBACK = ["127.0.0.1", "::1"];

/**
 * Reads a TCP port. Throws a `Failure` that names the variable, the value and what is allowed.
 * @param {string | undefined} text
 * @param {number} fallback where the text is missing or empty
 * @returns {number}
 */
export function readPort(text, fallback) {
  if (!text) return fallback;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Failure(`PORT is "${text}": give a whole number from 1 to 65535, for example PORT=8080 npm start.`);
}

/**
 * @param {unknown} error
 * @param {number} port
 */
function explain(error, port) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const remedy = "Choose another with the environment variable PORT, for example PORT=8080 npm start.";
  if (code === "EADDRINUSE") return new Failure(`Port ${port} is in use by another program. ${remedy}`);
  if (code === "EACCES") return new Failure(`Port ${port} may not be opened by this user. ${remedy}`);
  return error;
}

/**
 * Listens on both addresses of localhost, or on one where the machine has only one. Throws a `Failure` when the port is in
 * use. Returns a function that stops listening.
 * @param {number} port
 * @param {import("node:http").RequestListener} [handler]
 * @returns {Promise<() => Promise<void>>}
 */
export async function listen(port, handler) {
  /** @type {import("node:http").Server[]} */
  const servers = [];
  const close = async () => {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  for (const host of LOOPBACK) {
    const server = createServer(handler);
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve(undefined));
      });
      servers.push(server);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") continue;
      await close();
      throw explain(error, port);
    }
  }
  if (servers.length === 0) throw new Failure("This machine has no address for localhost (127.0.0.1 or ::1).");
  return close;
}

/**
 * A request handler for the built page, mounted at a folder of the server (`/`, or `/some/folder/`).
 * @param {string} [base]
 * @param {string} [directory]
 * @returns {Promise<import("node:http").RequestListener>}
 */
export async function serveBuild(base = "/", directory = join(ROOT, "dist")) {
  const { default: sirv } = await import("sirv");
  const files = sirv(directory, {
    etag: true,
    // Files in assets carry a hash of their content in their name; everything else is asked for again.
    setHeaders: (response, path) => {
      const caching = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      response.setHeader("Cache-Control", caching);
    },
  });
  return (request, response) => {
    const notFound = () => {
      response.statusCode = 404;
      response.end(`Not found: ${request.url}`);
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, notFound);
  };
}
