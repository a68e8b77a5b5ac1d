import { engine } from "@tensorflow/tfjs-core";
import type { GpuKernels } from "./webgpu/allKernels";
import type { GpuHeap } from "./webgpu/heap";

let kernels: GpuKernels | null = null;

/** Loads our kernels for WebGPU, which no other device needs: before tfjs computes there. */
export async function loadGpuKernels(): Promise<void> {
  kernels = (await import("./webgpu/allKernels")).GPU_KERNELS;
}

function loadedKernels(): GpuKernels {
  if (kernels) return kernels;
  throw new Error("The kernels for WebGPU are not there yet: call loadGpuKernels before tfjs computes on it.");
}

/** The heap to run a fused kernel on; null where the plain composition has to run: on another backend, and while tfjs records. */
export function gpuHeap(): GpuHeap | null {
  const { backendName, backend, state } = engine();
  return backendName === "webgpu" && state.gradientDepth === 0 ? loadedKernels().heapOf(backend) : null;
}

type Kernel = (...args: never[]) => unknown;

/** A kernel by its name, for `fused`: what is loaded by the time that it is called. */
export function onGpu<Name extends keyof GpuKernels>(name: Name): GpuKernels[Name] {
  const call: Kernel = (...args) => (loadedKernels()[name] as Kernel)(...args);
  return call as GpuKernels[Name];
}
