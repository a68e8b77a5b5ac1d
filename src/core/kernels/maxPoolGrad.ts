import { engine, MaxPoolGrad, type Tensor4D } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";

/**
 * Gradient of a max-pool with window and stride `size`: dy goes to one maximum of each window. Of equal maxima the CPU
 * backend and our wasm kernel take the first, WebGPU the last: any of them is a subgradient.
 */
export function maxPoolGrad(dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number): Tensor4D {
  const heap = wasmHeap();
  if (!heap)
    return engine().runKernel(MaxPoolGrad, { dy, input, output }, { filterSize: size, strides: size, pad: "valid" });
  const [x, y, back, dx] = [heap.at(input), heap.at(output), heap.at(dy), heap.make<Tensor4D>(input.shape)];
  heap.kernels.maxPoolGrad(x, y, back, heap.at(dx), ...input.shape, size);
  return dx;
}
