import { BINARY } from "./binary";

let compiled: WebAssembly.Module | null | undefined;

/**
 * The module of `assembly/`, compiled when first asked for; null where WebAssembly has no SIMD, is turned off, or may not be
 * compiled by the site's Content-Security-Policy: then the plain compositions run.
 */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    const bytes = Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0));
    try {
      compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
    } catch {
      compiled = null;
    }
  }
  return compiled;
}
