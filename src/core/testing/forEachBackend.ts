import { createRequire } from "node:module";
import { dirname } from "node:path";
import { env, ready, setBackend } from "@tensorflow/tfjs-core";
import "../kernels/cpu/nodeCpuBackend";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe } from "vitest";

/** The backends that run in Node. */
export type NodeBackend = "cpu" | "wasm";

/** Makes a Node backend the active one. Throws where it does not start. */
export async function useBackend(backend: NodeBackend): Promise<void> {
  env().set("IS_TEST", true); // tfjs then checks that no kernel leaks, and keeps its advice about other packages to itself
  const wasmModule = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(wasmModule)}/`);
  if (!(await setBackend(backend))) throw new Error(`tfjs does not start its ${backend} backend in Node.`);
  await ready();
}

/** The same tests, once on each backend that runs in Node. */
export function forEachBackend(define: (backend: NodeBackend) => void): void {
  for (const backend of ["cpu", "wasm"] as const)
    describe(`on ${backend}`, () => {
      beforeAll(() => useBackend(backend));
      define(backend);
    });
}
