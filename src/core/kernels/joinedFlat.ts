import { concat, reshape, type Tensor, type Tensor1D } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";
import { joinedOnGpu } from "./webgpu/vectors";

/** The values of tensors of any shapes, end to end. */
export function joinedFlat(tensors: readonly Tensor[]): Tensor1D {
  const gpu = gpuHeap();
  if (gpu && tensors.length > 1) return joinedOnGpu(gpu, tensors);
  const heap = wasmHeap();
  if (!heap) return concat(tensors.map((tensor) => reshape(tensor, [tensor.size]) as Tensor1D));
  const all = heap.make<Tensor1D>([tensors.reduce((total, { size }) => total + size, 0)]);
  let to = heap.at(all);
  for (const tensor of tensors) {
    heap.copy(heap.at(tensor), to, tensor.size);
    to += 4 * tensor.size;
  }
  return all;
}
