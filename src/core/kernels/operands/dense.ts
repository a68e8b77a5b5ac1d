import type { Tensor2D } from "@tensorflow/tfjs-core";

/** Shapes of a dense layer: weights are [outputs, inputs + 1] with the bias last, or [outputs, inputs]. */
export interface DenseShape {
  inputs: number;
  outputs: number;
  bias: boolean;
}

/** A layer's input, weights, the output behind its activation, and the gradient there. */
export interface DensePass {
  x: Tensor2D;
  weights: Tensor2D;
  output: Tensor2D;
  outputGrad: Tensor2D;
}
