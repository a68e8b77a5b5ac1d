import { clone, type Tensor } from "@tensorflow/tfjs-core";
import { activationGrad } from "../../kernels/activation";
import { activatedSum } from "../../kernels/graph/sum";
import type { Activation } from "../../kernels/operands/activation";
import type { LayerCache } from "../layer";
import type { NodeLayer } from "../node";

/** The activated sum σ(a + b) of two values; the slope is a function of the result. */
export function createAdd(name: string, shape: readonly number[], activation: Activation = "linear"): NodeLayer {
  const scaled = (cache: LayerCache, values: Tensor) => activationGrad(activation, cache.output as Tensor, values);
  return {
    name,
    matrices: [],
    outputShape: shape,
    multiplyAdds: 0,
    forward(_weights, [a, b]) {
      const output = activatedSum(a as Tensor, b as Tensor, activation);
      return { output, cache: { output } };
    },
    backward(_weights, cache, outputGrad, wanted) {
      // each a tensor of its own
      const grad = () => (activation === "linear" ? clone(outputGrad) : scaled(cache, outputGrad));
      return { inputGrads: wanted.inputs.map((isWanted) => (isWanted ? grad() : null)), weightGrads: [] };
    },
    jvp(_weights, cache, { inputs: [a, b] }) {
      const sum = a && b ? activatedSum(a, b, "linear") : clone((a ?? b) as Tensor);
      return scaled(cache, sum);
    },
  };
}
