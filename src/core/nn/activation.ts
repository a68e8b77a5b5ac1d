import type { Tensor } from "@tensorflow/tfjs-core";
import { activate, activationGrad } from "../kernels/activation";
import type { ActivationKind } from "../kernels/operands/activation";
import type { Layer, LayerCache } from "./layer";

/** Elementwise tanh or ReLU; its slope is a function of the output y: 1 − y², or 1 where y > 0. */
export function createActivation(kind: ActivationKind, name: string, shape: readonly number[]): Layer {
  const scaled = (cache: LayerCache, tangent: Tensor) => activationGrad(kind, cache.output as Tensor, tangent);
  return {
    name,
    weightShape: null,
    inputShape: shape,
    outputShape: shape,
    forward(_weights, input) {
      const output = activate(kind, input);
      return { output, cache: { output } };
    },
    backward: (_weights, cache, outputGrad, wanted) => ({
      inputGrad: wanted.input ? scaled(cache, outputGrad) : null,
      weightGrad: null,
    }),
    jvp(_weights, cache, tangents) {
      if (!tangents.input) throw new Error(`${name}: jvp wants an input tangent.`);
      return scaled(cache, tangents.input);
    },
  };
}
