import type { TargetNoise } from "../nn/loss";
import { stream } from "../random";
import type { Feed } from "../tasks/task";
import { createBatches } from "./batches";

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
