import { avgPool, mul, onesLike, type Tensor4D } from "@tensorflow/tfjs-core";
import { maxPool, maxPoolBackward } from "../kernels/maxPool";
import type { Activation } from "../kernels/operands/activation";
import type { Layer, LayerCache } from "./layer";

/**
 * Max-pool with window and stride `size`, and the activation of it; rows and columns that do not fill a window are dropped.
 */
export function createMaxPool(
  name: string,
  inputShape: readonly [number, number, number],
  size: number,
  activation: Activation = "linear",
): Layer {
  const [height, width, channels] = inputShape;
  const backward = (cache: LayerCache, outputGrad: Tensor4D) => {
    const { input, pooled, output } = cache as Record<"input" | "pooled" | "output", Tensor4D>;
    return maxPoolBackward({ input, pooled, output, outputGrad }, size, activation);
  };
  return {
    name,
    weightShape: null,
    inputShape,
    outputShape: [Math.floor(height / size), Math.floor(width / size), channels],
    forward(_weights, input) {
      const { pooled, output } = maxPool(input as Tensor4D, size, activation);
      return { output, cache: { input, pooled, output } };
    },
    backward: (_weights, cache, outputGrad, wanted) => ({
      inputGrad: wanted.input ? backward(cache, outputGrad as Tensor4D) : null,
      weightGrad: null,
    }),
    jvp(_weights, cache, tangents) {
      if (!tangents.input) throw new Error(`${name}: jvp wants an input tangent.`);
      // the slope at each window's maximum, so that the window's sum is what it makes of the tangent there
      const slopes = backward(cache, onesLike(cache.output as Tensor4D));
      return mul(avgPool(mul(slopes, tangents.input) as Tensor4D, size, size, "valid"), size * size);
    },
  };
}
