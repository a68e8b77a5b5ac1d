import { hasFastKernels } from "../../core/kernels/simd";
import type { Notice, Refusal } from "../../protocol/messages";

/** The smallest module: the magic number and the version. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Why this worker may not compile WebAssembly; null where it may. Asked before anything of WASM is fetched. */
export function whyNoWebAssembly(): Refusal | null {
  if (typeof WebAssembly === "undefined")
    return {
      reason: "This browser has WebAssembly turned off",
      why: "A lockdown or enhanced security mode does that.",
      remedy: "Allow it for this site in the browser's settings, then load the page again.",
    };
  try {
    // Chromium and Firefox forbid to compile, WebKit to make a memory or an instance.
    new WebAssembly.Memory({ initial: 0 });
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY_MODULE));
    return null;
  } catch (error) {
    // A module that cannot be wrong: each browser has an error and words of its own for what its policy forbids.
    return {
      reason: "This site's security policy forbids WebAssembly",
      why: `The browser said: ${error instanceof Error ? error.message : String(error)}`,
      remedy: "Whoever runs the site can add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
    };
  }
}

/** What WebAssembly lacks where it may run; null where it has all that is used. Only our own kernels cannot do without SIMD. */
export function lackOfWebAssembly(): Notice | null {
  if (hasFastKernels()) return null;
  return {
    level: "info",
    title: "WASM runs without its fast kernels",
    detail: "This browser has no WebAssembly SIMD. The numbers are the same to rounding, and a step takes longer.",
    remedy: "Use a browser from 2023 or later for the full speed.",
  };
}
