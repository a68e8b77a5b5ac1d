import { avgPool, maxPool, mul, onesLike, type Tensor4D } from "@tensorflow/tfjs-core";
import { maxPoolGrad } from "../kernels/maxPoolGrad";
import type { Layer } from "./layer";

/** Max-pool with window and stride `size`; rows and columns that do not fill a window are dropped. */
export function createMaxPool(name: string, inputShape: readonly [number, number, number], size: number): Layer {
  const [height, width, channels] = inputShape;
  return {
    name,
    weightShape: null,
    inputShape,
    outputShape: [Math.floor(height / size), Math.floor(width / size), channels],
    forward(_weights, input) {
      const output = maxPool(input as Tensor4D, size, size, "valid");
      return { output, cache: { input, output } };
    },
    backward: (_weights, cache, outputGrad, wanted) => ({
      inputGrad: wanted.input
        ? maxPoolGrad(outputGrad as Tensor4D, cache.input as Tensor4D, cache.output as Tensor4D, size)
        : null,
      weightGrad: null,
    }),
    jvp(_weights, cache, tangents) {
      if (!tangents.input) throw new Error(`${name}: jvp wants an input tangent.`);
      const output = cache.output as Tensor4D;
      // one weight per window is 1, so the window's sum is the tangent at its maximum
      const chosen = maxPoolGrad(onesLike(output), cache.input as Tensor4D, output, size);
      return mul(avgPool(mul(chosen, tangents.input) as Tensor4D, size, size, "valid"), size * size);
    },
  };
}
