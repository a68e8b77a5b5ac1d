import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { env, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";

/** tfjs as it comes, on its own wasm backend with SIMD and one thread: the peer, whatever ours runs on. */
export async function startPlainWasm(paths: Parameters<typeof setWasmPaths>[0]): Promise<void> {
  env().set("PROD", true);
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(paths);
  await setBackend("wasm");
  await ready();
  if (getBackend() !== "wasm") throw new Error(`tfjs runs on "${getBackend()}" instead of wasm.`);
}
