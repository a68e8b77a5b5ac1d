import { stream } from "../random";

/** Which examples each step reads. Pure functions of the step: any order of calls gives the same rows. */
export interface Batches {
  /** min(batchSize, count): every batch has this many rows. */
  readonly size: number;
  readonly stepsPerEpoch: number;
  /** Row indices of B at a step. */
  batch(step: number): Int32Array;
  /** Row indices of B′ at a step, drawn independently of B. */
  fsdBatch(step: number): Int32Array;
}

/** Shuffled epochs over `count` rows without replacement; what does not fill a last batch is left out of that epoch. */
export function createBatches(seed: number, count: number, batchSize: number): Batches {
  const size = Math.min(batchSize, count);
  const stepsPerEpoch = Math.floor(count / size);
  const epochs = (name: string) => {
    let cached: { epoch: number; order: Int32Array } = { epoch: -1, order: new Int32Array(0) };
    return (step: number) => {
      const epoch = Math.floor(step / stepsPerEpoch);
      if (epoch !== cached.epoch) cached = { epoch, order: stream(seed, name, epoch).permutation(count) };
      const start = (step % stepsPerEpoch) * size;
      return cached.order.slice(start, start + size);
    };
  };
  return { size, stepsPerEpoch, batch: epochs("batches"), fsdBatch: epochs("fsdBatches") };
}
