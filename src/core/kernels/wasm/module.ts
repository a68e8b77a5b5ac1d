import { BINARY } from "./binary";

let compiled: WebAssembly.Module | null | undefined;

/**
 * The module of `assembly/`, compiled when first asked for; null where WebAssembly has no SIMD, is turned off, or may not be
 * compiled by the site's Content-Security-Policy: then the plain compositions run.
 */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) compiled = moduleOf(BINARY);
  return compiled;
}

/** Compiles a module in base64 that imports its memory; null where that may not be. */
export function moduleOf(binary: string): WebAssembly.Module | null {
  try {
    const bytes = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
    if (!WebAssembly.validate(bytes)) return null;
    const module = new WebAssembly.Module(bytes);
    // WebKit's policy lets a module be compiled, and forbids its memory and its instance
    new WebAssembly.Instance(module, { env: { memory: new WebAssembly.Memory({ initial: 1 }) } });
    return module;
  } catch {
    return null;
  }
}
