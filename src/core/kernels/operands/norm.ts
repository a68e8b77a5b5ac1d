import type { Tensor } from "@tensorflow/tfjs-core";

/**
 * Values [..., channels] as a batch norm normalised them, each channel over all the rest: what came in, what went out, μ and
 * r = 1/√(σ² + ε), [channels] each.
 */
export interface NormPass {
  input: Tensor;
  output: Tensor;
  mean: Tensor;
  inverseDeviation: Tensor;
}
