import { reshape } from "@tensorflow/tfjs-core";
import type { Layer } from "./layer";

/** [height, width, channels] to one row, in that order. */
export function createFlatten(name: string, inputShape: readonly number[]): Layer {
  const size = inputShape.reduce((product, n) => product * n, 1);
  return {
    name,
    weightShape: null,
    inputShape,
    outputShape: [size],
    forward: (_weights, input) => ({ output: reshape(input, [-1, size]), cache: {} }),
    backward: (_weights, _cache, outputGrad, wanted) => ({
      inputGrad: wanted.input ? reshape(outputGrad, [-1, ...inputShape]) : null,
      weightGrad: null,
    }),
    jvp(_weights, _cache, tangents) {
      if (!tangents.input) throw new Error(`${name}: jvp wants an input tangent.`);
      return reshape(tangents.input, [-1, size]);
    },
  };
}
