import type { Tensor2D } from "@tensorflow/tfjs-core";
import { averageEach } from "../kernels/adam";
import { listFromHost } from "../kernels/joined";
import type { Params } from "../optimizers/optimizer";

/** How much of a running average stays in a step: ours, as in most programs. */
const KEPT = 0.9;

/** Weights, and the running averages [2, channels] of mean and variance that each batch norm is evaluated with. */
export interface Trained {
  params: Params;
  averages: readonly Tensor2D[];
}

/** Mean 0 and variance 1 of each shape [2, channels]. */
export const startAverages = (shapes: readonly (readonly [number, number])[]): Tensor2D[] =>
  listFromHost(
    shapes.map(([rows, channels]) => Float32Array.from({ length: rows * channels }, (_, at) => Number(at >= channels))),
    shapes,
  );

/** The averages moved by the statistics of a step's pass on B at θ. */
export function movedAverages(averages: readonly Tensor2D[], statistics: readonly Tensor2D[]): Tensor2D[] {
  if (averages.length !== statistics.length)
    throw new Error(`A step left statistics of ${statistics.length} norms, and the model has ${averages.length}.`);
  return averageEach(averages, statistics, KEPT);
}
