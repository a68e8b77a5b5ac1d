import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { activateBackend } from "../../../worker/device/backend";
import type { Entrant, Place } from "../contestants/contestant";
import { watchGpu } from "../gpuCounts";
import { createSession, type Question } from "../session";

watchGpu();

/** Ours runs on what the page would choose for the place; tfjs on its own backends as they come. */
async function startBackend(library: Entrant["library"], place: Place): Promise<void> {
  if (library === "ours") {
    const refusal = await activateBackend(place === "cpu" ? "wasm" : "webgpu");
    if (refusal) throw new Error(refusal.why);
  }
  if (library !== "tfjs") return;
  if (place === "webgpu") {
    const { setBackend } = await import("@tensorflow/tfjs-core");
    await import("@tensorflow/tfjs-backend-webgpu");
    if (!(await setBackend("webgpu"))) throw new Error("tfjs finds no WebGPU adapter.");
    return;
  }
  const { startPlainWasm } = await import("../plainWasm");
  await startPlainWasm({
    "tfjs-backend-wasm.wasm": plain,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": simd,
  });
}

const answer = createSession(startBackend);

self.onmessage = async ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
  try {
    self.postMessage({ id, answer: await answer(question) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
