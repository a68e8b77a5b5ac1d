/** What we use of packages that bring no types of their own. */

declare module "gifenc" {
  type Palette = readonly (readonly number[])[];

  /** At most so many colours of RGBA pixels. */
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, maxColors: number): Palette;
  /** For each pixel the index of its colour. */
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette): Uint8Array;
  /** `delay` in milliseconds, rounded to ten. */
  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette: Palette; delay: number }): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}

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
