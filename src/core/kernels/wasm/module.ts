import { BINARY } from "./binary";

let compiled: WebAssembly.Module | null | undefined;

/**
 * The module of `assembly/`, compiled when first asked for; null where WebAssembly has no SIMD, is turned off, or may not be
 * compiled by the site's Content-Security-Policy: then the plain compositions run.
 */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    const bytes = Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0));
    compiled = moduleOf(bytes);
  }
  return compiled;
}

function moduleOf(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module | null {
  try {
    if (!WebAssembly.validate(bytes)) return null;
    const module = new WebAssembly.Module(bytes);
    // WebKit's policy lets a module be compiled, and forbids its memory and its instance
    new WebAssembly.Instance(module, { env: { memory: new WebAssembly.Memory({ initial: 1 }) } });
    return module;
  } catch {
    return null;
  }
}
