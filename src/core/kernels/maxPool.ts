import { engine, MaxPoolGrad, type Tensor4D, maxPool as tfjsMaxPool } from "@tensorflow/tfjs-core";
import { type Activation, activate, activationGrad } from "./activation";
import { fused } from "./fused";
import { maxPoolGradOnGpu, maxPoolOnGpu } from "./webgpu/pool";

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
    webgpu(gpu, input, size, activation) {
      const output = maxPoolOnGpu(gpu, input, size, activation);
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
  { webgpu: (gpu, pass, size, activation) => maxPoolGradOnGpu(gpu, pass, size, activation) },
);

/**
 * Gradient of a max-pool with window and stride `size`: dy goes to one maximum of each window. Of equal maxima the CPU
 * backend and our kernels take the first, tfjs on WebGPU the last: any of them is a subgradient.
 */
export const maxPoolGrad: (dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number) => Tensor4D = fused(
  (dy, input, output, size) =>
    engine().runKernel(MaxPoolGrad, { dy, input, output }, { filterSize: size, strides: size, pad: "valid" }),
  {
    wasm(heap, dy, input, output, size) {
      const [x, y, back, dx] = [heap.at(input), heap.at(output), heap.at(dy), heap.make<Tensor4D>(input.shape)];
      heap.kernels.maxPoolGrad(x, y, back, heap.at(dx), ...input.shape, size);
      return dx;
    },
    webgpu: (gpu, outputGrad, input, output, size) =>
      maxPoolGradOnGpu(gpu, { input, output, outputGrad }, size, "linear"),
  },
);
