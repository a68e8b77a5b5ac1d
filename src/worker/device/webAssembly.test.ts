import { afterEach, expect, test, vi } from "vitest";
import { browserHost } from "./backend";
import { whyNoWebAssembly } from "./webAssembly";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A policy's refusal, by error and words, as three engines have it. */
const POLICY_ERRORS: [engine: string, error: Error][] = [
  ["Chromium", new WebAssembly.CompileError("WebAssembly.Module(): Compiling violates the Content Security policy")],
  ["Firefox", new WebAssembly.CompileError("call to WebAssembly.Module() blocked by CSP")],
  ["WebKit", new EvalError("Refused to create a WebAssembly object because 'wasm-unsafe-eval' is not allowed")],
];

test.each(POLICY_ERRORS)("a policy against WebAssembly is known in %s", async (_, error) => {
  expect(whyNoWebAssembly()).toBeNull();
  const forbid = class {
    constructor() {
      throw error;
    }
  };
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Module: forbid });
  const refusal = await browserHost.activate("wasm");
  expect(refusal).toMatchObject({
    reason: "This site's security policy forbids WebAssembly",
    why: `The browser said: ${error.message}`,
  });
  expect(refusal?.remedy).toContain("'wasm-unsafe-eval'");
});

test("a browser with WebAssembly turned off is not taken for one with a policy", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(await browserHost.activate("wasm")).toMatchObject({ reason: "This browser has WebAssembly turned off" });
});
