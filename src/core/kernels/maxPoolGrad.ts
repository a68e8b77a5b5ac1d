import { engine, MaxPoolGrad, type Tensor4D } from "@tensorflow/tfjs-core";

/** Gradient of a max-pool with window and stride `size`: dy goes to the first maximum of each window. */
export function maxPoolGrad(dy: Tensor4D, input: Tensor4D, output: Tensor4D, size: number): Tensor4D {
  return engine().runKernel(MaxPoolGrad, { dy, input, output }, { filterSize: size, strides: size, pad: "valid" });
}
