import type { TargetNoise } from "../nn/losses";
import { stream } from "../random";
import { createBatches } from "./batches";

/** What a race reads at each step; a pure function of the step, the same for every run. */
export interface Feed {
  readonly batchSize: number;
  readonly stepsPerEpoch: number;
  /** Rows of B. */
  batch(step: number): Int32Array;
  /** Rows of B′. */
  fsdBatch(step: number): Int32Array;
  /** What sampled targets are drawn from: N(0, 1) or U(0, 1), `batchSize`·outputs of them row-major, or one an example. */
  targetNoise(step: number): Float32Array;
}

/** A feed drawn from one seed: shuffled epochs for B and for B′, fresh noise each step, none depending on another. */
export function createFeed(options: {
  seed: number;
  count: number;
  batchSize: number;
  noise: TargetNoise;
  outputs: number;
}): Feed {
  const { seed, count, noise, outputs } = options;
  const batches = createBatches(seed, count, options.batchSize);
  return {
    batchSize: batches.size,
    stepsPerEpoch: batches.stepsPerEpoch,
    batch: batches.batch,
    fsdBatch: batches.fsdBatch,
    targetNoise(step) {
      const draws = stream(seed, "targetNoise", step);
      const count = noise === "uniform" ? batches.size : batches.size * outputs;
      return noise === "normal" ? draws.normals(count) : draws.uniforms(count);
    },
  };
}
