import { concat, reshape, type Tensor, type Tensor1D } from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import type { WasmHeap } from "./wasm/heap";

/** The values of tensors of any shapes, end to end. */
export const joinedFlat: (tensors: readonly Tensor[]) => Tensor1D = fused(plainJoinedFlat, {
  wasm: joinedOnHeap,
  webgpu: (gpu, tensors) => (tensors.length > 1 ? onGpu("joinedOnGpu")(gpu, tensors) : plainJoinedFlat(tensors)),
});

function plainJoinedFlat(tensors: readonly Tensor[]): Tensor1D {
  return concat(tensors.map((tensor) => reshape(tensor, [tensor.size]) as Tensor1D));
}

function joinedOnHeap(heap: WasmHeap, tensors: readonly Tensor[]): Tensor1D {
  const all = heap.make<Tensor1D>([tensors.reduce((total, { size }) => total + size, 0)]);
  let to = heap.at(all);
  for (const tensor of tensors) {
    heap.copy(heap.at(tensor), to, tensor.size);
    to += 4 * tensor.size;
  }
  return all;
}
