import { afterEach, expect, test, vi } from "vitest";
import { browserHost } from "./backend";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<[how: string, gpu: object | undefined]>([
  ["has no WebGPU", undefined],
  ["has no adapter", { requestAdapter: async () => null }],
  ["refuses one", { requestAdapter: () => Promise.reject(new Error("planted")) }],
  [
    "throws at once",
    {
      requestAdapter() {
        throw new Error("planted");
      },
    },
  ],
])("a browser that %s has no GPU", async (_, gpu) => {
  vi.stubGlobal("navigator", { gpu });
  expect(await browserHost.probeAdapter()).toBeNull();
});
