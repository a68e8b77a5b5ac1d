import { engine, MaxPoolGrad, type Tensor4D } from "@tensorflow/tfjs-core";

/**
 * Gradient of a max-pool with window and stride `size`: dy goes to one maximum of each window. Of equal maxima the CPU
 * backend takes the first, wasm and WebGPU the last: any of them is a subgradient.
 */
export function maxPoolGrad(dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number): Tensor4D {
  return engine().runKernel(MaxPoolGrad, { dy, input, output }, { filterSize: size, strides: size, pad: "valid" });
}
