import "../../core/kernels/cpu/cpuBackend";
import {
  backend as activeBackend,
  env,
  findBackendFactory,
  getBackend,
  registerBackend,
  removeBackend,
  setBackend,
} from "@tensorflow/tfjs-core";
import type { Backend } from "../../config/tables/backends";
import { loadGpuKernels } from "../../core/kernels/gpuKernels";
import type { Refusal } from "../../protocol/messages";
import { messageOf } from "../notices";
import type { Adapter, DeviceHost } from "./device";
import { selfTestGradients } from "./selfTest";
import { lackOfWebAssembly, whyNoWebAssembly } from "./webAssembly";

/** A browser may refuse by null, by a rejection, or by throwing at once. */
async function requestAdapter(): Promise<GPUAdapter | null | undefined> {
  try {
    const gpu = typeof navigator === "undefined" ? undefined : navigator.gpu;
    return await gpu?.requestAdapter({ powerPreference: "high-performance" });
  } catch {
    return null;
  }
}

/** Name and nature of the GPU that tfjs would take; null where the browser has none for us. */
async function probeAdapter(): Promise<Adapter | null> {
  const adapter = await requestAdapter();
  if (!adapter) return null;
  // Browsers of 2023 have no `info` yet.
  const {
    vendor,
    architecture,
    description = "",
    isFallbackAdapter = false,
  } = (adapter.info ?? {}) as Partial<typeof adapter.info>;
  const name = [vendor, architecture].filter(Boolean).join(" ") || description || "unnamed GPU";
  return { name, isSoftware: isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(`${name} ${description}`) };
}

/** Registers a backend with tfjs; its code and files are fetched only now. */
const LOAD: Record<Backend, () => Promise<unknown>> = {
  cpu: async () => undefined,
  wasm: async () => (await import("./wasmBackend")).registerWasm(),
  webgpu: async () => {
    await Promise.all([import("@tensorflow/tfjs-backend-webgpu"), loadGpuKernels()]);
    // Split-K products accumulate with float atomics, in an order that changes from run to run: never take them.
    env().set("WEBGPU_MATMUL_PROGRAM_TYPE", MATMUL_PACKED);
  },
};

/** `MatMulProgramType.MatMulPackedProgram` of tfjs-backend-webgpu. */
const MATMUL_PACKED = 3;

const loaded = new Map<Backend, Promise<unknown>>();

/** Makes a backend the one that tfjs runs on; returns why it cannot be, or null. */
export async function activateBackend(backend: Backend): Promise<Refusal | null> {
  const forbidden = backend === "wasm" ? whyNoWebAssembly() : null;
  if (forbidden) return forbidden;
  try {
    let loading = loaded.get(backend);
    if (!loading) {
      loading = LOAD[backend]();
      loaded.set(backend, loading);
    }
    await loading;
    const isSet = await setBackend(backend);
    if (isSet && getBackend() === backend) return null;
    return { why: "It does not start in this browser; a file of it may be missing on the server." };
  } catch (error) {
    return { why: messageOf(error) };
  }
}

/** The active backend's GPU, null for the others. */
function gpuDevice(): GPUDevice | null {
  return getBackend() === "webgpu" ? (activeBackend() as unknown as { device: GPUDevice }).device : null;
}

/** Resolves when the active GPU has done all that was submitted to it; null where work is done at once. */
export function gpuFence(): (() => Promise<void>) | null {
  const device = gpuDevice();
  return device && (() => device.queue.onSubmittedWorkDone());
}

/** Resolves with the browser's words when the active GPU is lost; tfjs does not listen. null without a GPU. */
export function gpuLoss(): Promise<string> | null {
  const device = gpuDevice();
  return device?.lost.then(({ message, reason }) => message || reason) ?? null;
}

/**
 * Resolves with the browser's words at the first error that the active GPU reports beside its calls: no memory left, or a kernel that it
 * refuses. What it computes from then on is no number of ours, and tfjs does not listen. null without a GPU.
 */
export function gpuFailure(): Promise<string> | null {
  const device = gpuDevice();
  if (!device) return null;
  return new Promise((resolve) => {
    device.addEventListener("uncapturederror", (event) => {
      event.preventDefault(); // it is told on the page
      resolve(`${event.error instanceof GPUOutOfMemoryError ? "out of memory: " : ""}${event.error.message}`);
    });
  });
}

/** Drops a lost GPU, so that the next activation asks for a new one. */
export function dropGpu(): void {
  const factory = findBackendFactory("webgpu");
  removeBackend("webgpu");
  if (factory) registerBackend("webgpu", factory, 3);
}

export const browserHost: DeviceHost = {
  probeAdapter,
  activate: activateBackend,
  lack: (backend) => (backend === "wasm" ? lackOfWebAssembly() : null),
  gradients: selfTestGradients,
};
