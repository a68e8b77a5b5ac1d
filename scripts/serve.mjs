// @ts-check
import { createServer } from "node:http";
import { join, relative, sep } from "node:path";
import { WORKER_POLICY } from "./contentPolicy.mjs";
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
 * What every answer says: embeds in frames without an origin, and pages of others, may read it; a page that isolates itself may
 * frame it; and no file is taken for another kind.
 */
const EVERY_ANSWER = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/**
 * A request handler for the built page, mounted at a folder of the server (`/`, or `/some/folder/`). It reads the folder anew
 * for each request, compresses what gets smaller by it, and answers what it cannot give with 400, 404, 405 or 416.
 * @param {string} [base]
 * @param {string} [directory]
 * @returns {Promise<import("node:http").RequestListener>}
 */
export async function serveBuild(base = "/", directory = join(ROOT, "dist")) {
  // Packages, which may not be installed yet when this file is read.
  const { default: serveStatic } = await import("serve-static");
  const { default: compression } = await import("compression");
  const files = serveStatic(directory, {
    fallthrough: false,
    redirect: false,
    // Files in assets carry a hash of their content in their name; everything else is asked for again.
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = relative(directory, path).startsWith(`assets${sep}`);
      // a worker has no page to take its policy from
      if (path.endsWith(".js")) response.setHeader("Content-Security-Policy", WORKER_POLICY);
      response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const compress = compression({
    // A range counts the bytes of the file itself.
    filter: (request, response) => !request.headers.range && compression.filter(request, response),
  });
  return (request, response) => {
    response.setHeaders(new Map(Object.entries(EVERY_ANSWER)));
    if (!request.url?.startsWith(base)) return refuse(request, response);
    request.url = `/${request.url.slice(base.length)}`;
    compress(request, response, () => files(request, response, (error) => refuse(request, response, error)));
  };
}

/** Why there is no file to give, beside that it is not there. @type {Readonly<Record<number, string>>} */
const REASONS = { 400: "This is no address", 416: "The file has no such range", 500: "The file cannot be read" };

/**
 * Answers that there is no file to give. One that breaks off in the middle has only its connection to say so.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ status?: number, headers?: Readonly<Record<string, string>> }} [error] a way out of the folder is not found, as other files
 */
function refuse({ url, method }, response, { status = 404, headers } = {}) {
  if (response.headersSent) return response.destroy();
  const known = status in REASONS ? status : 404;
  // those of the file, where it vanished just now
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = known;
  const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  response.setHeaders(new Map(Object.entries({ ...EVERY_ANSWER, ...headers, ...plain })));
  response.end(method === "HEAD" ? undefined : `${REASONS[known] ?? "Not found"}: ${url}`);
}
