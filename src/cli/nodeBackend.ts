import { env, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import { ConfigError } from "../config/experiment/notes";
import type { Backend, BackendChoice } from "../config/tables/backends";
import { wasmFolder } from "./appFolder";

/**
 * Sets the tfjs backend in Node and returns its name. Auto is wasm, the faster of the two here. Throws for webgpu, naming
 * what would do.
 */
export async function startNodeBackend(choice: BackendChoice): Promise<Backend> {
  if (choice === "webgpu")
    throw new ConfigError([
      {
        title: 'Backend "webgpu" is not available in Node',
        detail: "Allowed here: wasm, cpu, auto.",
        remedy: "Use one of these, or the page in a browser.",
      },
    ]);
  const name = choice === "auto" ? "wasm" : choice;
  // else tfjs prints an invitation to tfjs-node on its first use
  env().set("PROD", true);
  await import("../core/kernels/cpu/nodeCpuBackend");
  if (name === "wasm") {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    setWasmPaths(wasmFolder());
  }
  const set = await setBackend(name);
  await ready();
  if (!set || getBackend() !== name)
    throw new ConfigError([
      {
        title: `Backend "${name}" did not start`,
        detail: `tfjs runs on "${getBackend()}".`,
        remedy: "Reinstall with npm ci.",
      },
    ]);
  return name;
}
