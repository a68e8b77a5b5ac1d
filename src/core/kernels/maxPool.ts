import { engine, MaxPoolGrad, type Tensor4D, maxPool as tfjsMaxPool } from "@tensorflow/tfjs-core";
import { activate, activationGrad } from "./activation";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import type { Activation } from "./operands/activation";
import type { WasmHeap } from "./wasm/heap";

/** The values behind a max-pool and behind its activation; the same tensor where nothing asks for the former again. */
export interface Pooled {
  pooled: Tensor4D;
  output: Tensor4D;
}

/** Max-pool with window and stride `size` of images [count, height, width, channels], and the activation of it. */
export const maxPool: (input: Tensor4D, size: number, activation: Activation) => Pooled = fused(
  (input, size, activation) => {
    const pooled = tfjsMaxPool(input, size, size, "valid");
    return { pooled, output: activate(activation, pooled) as Tensor4D };
  },
  {
    wasm(heap, input, size, activation) {
      const [count, height, width, channels] = input.shape;
      const from = heap.at(input);
      const pooled = heap.make<Tensor4D>([count, Math.floor(height / size), Math.floor(width / size), channels]);
      const relu = Number(activation === "relu");
      heap.kernels.maxPool({ x: from, y: heap.at(pooled), count, height, width, channels, size, relu });
      return { pooled, output: relu ? pooled : (activate(activation, pooled) as Tensor4D) };
    },
    webgpu(gpu, input, size, activation) {
      const output = onGpu("maxPoolOnGpu")(gpu, input, size, activation);
      return { pooled: output, output };
    },
  },
);

/** Gradient of `maxPool` at its input from the one behind the activation. */
export const maxPoolBackward: (
  pass: Pooled & { input: Tensor4D; outputGrad: Tensor4D },
  size: number,
  activation: Activation,
) => Tensor4D = fused(
  ({ input, pooled, output, outputGrad }, size, activation) =>
    maxPoolGrad(activationGrad(activation, output, outputGrad) as Tensor4D, input, pooled, size),
  {
    wasm(heap, { input, pooled, output, outputGrad }, size, activation) {
      if (activation === "relu") return gradOnHeap(heap, outputGrad, input, output, size, 1);
      return gradOnHeap(heap, activationGrad(activation, output, outputGrad) as Tensor4D, input, pooled, size, 0);
    },
    webgpu: (gpu, pass, size, activation) => onGpu("maxPoolGradOnGpu")(gpu, pass, size, activation),
  },
);

/**
 * Gradient of a max-pool with window and stride `size`: dy goes to one maximum of each window. Of equal maxima the CPU
 * backend and our kernels take the first, tfjs on WebGPU the last: any of them is a subgradient.
 */
export const maxPoolGrad: (dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number) => Tensor4D = fused(
  (dy, input, output, size) =>
    engine().runKernel(MaxPoolGrad, { dy, input, output }, { filterSize: size, strides: size, pad: "valid" }),
  {
    wasm: (heap, dy, input, output, size) => gradOnHeap(heap, dy, input, output, size, 0),
    webgpu: (gpu, outputGrad, input, output, size) =>
      onGpu("maxPoolGradOnGpu")(gpu, { input, output, outputGrad }, size, "linear"),
  },
);

function gradOnHeap(heap: WasmHeap, dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number, relu: number) {
  const [count, height, width, channels] = input.shape;
  const [x, y, back, dx] = [heap.at(input), heap.at(output), heap.at(dy), heap.make<Tensor4D>(input.shape)];
  heap.kernels.maxPoolGrad({ x, y, dy: back, dx: heap.at(dx), count, height, width, channels, size, relu });
  return dx;
}
