import type { WasmHeap } from "../heap";
import { moduleOf } from "../module";
import { GRAPH_BINARY } from "./binary";
import { bindGraphKernels, type GraphKernels } from "./kernels";

let compiled: WebAssembly.Module | null = null;

const bound = new WeakMap<WasmHeap, GraphKernels>();

/** The kernels of networks of nodes on a heap. Where there is a heap, WebAssembly may run. */
export function graphKernels(heap: WasmHeap): GraphKernels {
  let kernels = bound.get(heap);
  if (!kernels) {
    compiled ??= moduleOf(GRAPH_BINARY);
    if (!compiled) throw new Error("The kernels of networks of nodes do not compile.");
    kernels = heap.bind(compiled, bindGraphKernels);
    bound.set(heap, kernels);
  }
  return kernels;
}
