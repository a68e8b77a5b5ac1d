import { afterEach, expect, test, vi } from "vitest";
import { browserHost } from "./backend";
import { whyNoWebAssembly } from "./webAssembly";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A policy's refusal, by error and words, as three engines have it. */
const POLICY_ERRORS: [engine: string, forbidden: "Module" | "Memory" | "Instance", error: Error][] = [
  [
    "Chromium",
    "Module",
    new WebAssembly.CompileError("WebAssembly.Module(): Compiling violates the Content Security policy"),
  ],
  ["Firefox", "Module", new WebAssembly.CompileError("call to WebAssembly.Module() blocked by CSP")],
  [
    "WebKit",
    "Memory",
    new EvalError("Refused to create a WebAssembly object because 'wasm-unsafe-eval' is not allowed"),
  ],
  ["WebKit", "Instance", new EvalError("Refused to create a WebAssembly object")],
];

test.each(POLICY_ERRORS)(
  "a policy against WebAssembly is known in %s, which forbids %s",
  async (_, forbidden, error) => {
    expect(whyNoWebAssembly()).toBeNull();
    const forbid = class {
      constructor() {
        throw error;
      }
    };
    const { Module, Memory, Instance } = WebAssembly;
    vi.stubGlobal("WebAssembly", { Module, Memory, Instance, [forbidden]: forbid });
    const refusal = await browserHost.activate("wasm");
    expect(refusal).toMatchObject({
      reason: "This site's security policy forbids WebAssembly",
      why: `The browser said: ${error.message}`,
    });
    expect(refusal?.remedy).toContain("'wasm-unsafe-eval'");
  },
);

test("a browser with WebAssembly turned off is not taken for one with a policy", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(await browserHost.activate("wasm")).toMatchObject({ reason: "This browser has WebAssembly turned off" });
});
