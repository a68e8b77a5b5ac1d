import { mul, relu, square, step, sub, type Tensor, tanh } from "@tensorflow/tfjs-core";
import type { Layer, LayerCache } from "./layer";

const FUNCTIONS = {
  tanh: { value: (x: Tensor) => tanh(x), slope: (y: Tensor) => sub(1, square(y)) },
  relu: { value: (x: Tensor) => relu(x), slope: (y: Tensor) => step(y) },
};

/** Elementwise tanh or ReLU; its slope is a function of the output y: 1 − y², or 1 where y > 0. */
export function createActivation(kind: "tanh" | "relu", name: string, shape: readonly number[]): Layer {
  const { value, slope } = FUNCTIONS[kind];
  const scaled = (cache: LayerCache, tangent: Tensor) => mul(tangent, slope(cache.output as Tensor));
  return {
    name,
    weightShape: null,
    inputShape: shape,
    outputShape: shape,
    forward(_weights, input) {
      const output = value(input);
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
