/** What we use of packages that bring no types of their own. */

declare module "serve-static" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Options {
    cacheControl?: boolean;
    fallthrough?: boolean;
    redirect?: boolean;
    setHeaders?: (response: ServerResponse, path: string) => void;
  }

  /** Calls `next` with an error of http-errors where it does not answer itself. */
  type Handler = (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: { status?: number; headers?: Record<string, string> }) => void,
  ) => void;

  function serveStatic(root: string, options?: Options): Handler;
  export = serveStatic;
}

declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;
  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  function compression(options?: { filter?: Filter }): Handler;
  namespace compression {
    const filter: Filter;
  }
  export = compression;
}
