import { add, clone, type Tensor } from "@tensorflow/tfjs-core";
import type { NodeLayer } from "../node";

/** The sum of two values. */
export function createAdd(name: string, shape: readonly number[]): NodeLayer {
  return {
    name,
    matrices: [],
    outputShape: shape,
    multiplyAdds: 0,
    forward: (_weights, [a, b]) => ({ output: add(a as Tensor, b as Tensor), cache: {} }),
    backward: (_weights, _cache, outputGrad, wanted) => ({
      // tensors of their own on the same values
      inputGrads: wanted.inputs.map((isWanted) => (isWanted ? clone(outputGrad) : null)),
      weightGrads: [],
    }),
    jvp(_weights, _cache, { inputs: [a, b] }) {
      if (a && b) return add(a, b);
      return clone((a ?? b) as Tensor);
    },
  };
}
