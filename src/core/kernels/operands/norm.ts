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

/** Mean and biased variance [channels] of so many values per channel. */
export interface NormMoments {
  mean: Tensor;
  variance: Tensor;
  count: number;
}
