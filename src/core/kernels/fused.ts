import { gpuHeap } from "./gpuKernels";
import { type WasmHeap, wasmHeap } from "./wasm/heap";
import type { GpuHeap } from "./webgpu/heap";

/** What stands in for a composition where the backend has better. */
export interface FusedOn<Args extends unknown[], Result> {
  wasm?: (heap: WasmHeap, ...args: Args) => Result;
  webgpu?: (heap: GpuHeap, ...args: Args) => Result;
}

/** A kernel that is fused where it can be, and else the plain composition it equals: on the cpu, and while tfjs records. */
export function fused<Args extends unknown[], Result>(
  plain: (...args: Args) => Result,
  { wasm, webgpu }: FusedOn<Args, Result>,
): (...args: Args) => Result {
  return (...args) => {
    const heap = wasm && wasmHeap();
    if (heap) return wasm(heap, ...args);
    const gpu = webgpu && gpuHeap();
    return gpu ? webgpu(gpu, ...args) : plain(...args);
  };
}
