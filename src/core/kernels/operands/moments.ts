import type { Tensor2D } from "@tensorflow/tfjs-core";

/** First and second moments of the gradients of all layers, each in one row [1, n]. */
export interface Moments {
  mu: Tensor2D;
  nu: Tensor2D;
}

/** `count` includes the update at hand. */
export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon: number;
  count: number;
}
