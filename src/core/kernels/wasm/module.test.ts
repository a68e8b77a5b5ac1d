import { afterEach, expect, test, vi } from "vitest";
import type { kernelModule } from "./module";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** As in a worker that has not asked yet: a module is compiled once. */
async function inNewWorker(): Promise<typeof kernelModule> {
  const copy = `./module?${crypto.randomUUID()}`;
  return ((await import(/* @vite-ignore */ copy)) as { kernelModule: typeof kernelModule }).kernelModule;
}

test("the kernels compile where WebAssembly may run", async () => {
  expect((await inNewWorker())()).toBeInstanceOf(WebAssembly.Module);
});

test("where a policy forbids to compile, or WebAssembly is turned off, there is no module and no error", async () => {
  const { CompileError } = WebAssembly;
  const forbid = class {
    constructor() {
      throw new CompileError("violates the Content Security Policy");
    }
  };
  const { Module, Memory, Instance, validate } = WebAssembly;
  for (const part of ["Module", "Memory", "Instance"]) {
    vi.stubGlobal("WebAssembly", { validate, Module, Memory, Instance, [part]: forbid });
    expect((await inNewWorker())(), part).toBeNull();
  }
  vi.stubGlobal("WebAssembly", undefined);
  expect((await inNewWorker())()).toBeNull();
});
