import { gatherRows } from "../../../core/data/inputs";
import { RATES } from "../cases";
import { batchRows, splitBias } from "./batches";
import type { CreateContestant } from "./contestant";
import { typedArrayMlp } from "./typedArrayMlp.mjs";

/** SGD by hand. Its loss is the mean square, ours half of it: half the rate takes the same steps. */
export const createTypedArrays: CreateContestant = async ({ bench, task }) => {
  const [inputs = 0, hidden = 0] = bench.network as number[];
  const [first, second, third] = task.initialParams as Float32Array[];
  const [W1, W2, W3] = [
    splitBias(first as Float32Array, inputs),
    splitBias(second as Float32Array, hidden),
    splitBias(third as Float32Array, hidden),
  ];
  const step = typedArrayMlp({
    inputs,
    hidden,
    batch: bench.batchSize,
    learningRate: RATES.sgd / 2,
    weights: {
      W1: W1.transposed(),
      b1: W1.bias,
      W2: W2.transposed(),
      b2: W2.bias,
      W3: W3.transposed(),
      b3: W3.bias,
    },
  });
  const nextRows = batchRows(task, bench.batchSize);
  let losses: number[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        const rows = nextRows();
        losses.push(
          step(gatherRows(task.train.x, rows, inputs), gatherRows(task.train.y as Float32Array, rows, 1)) / 2,
        );
      }
    },
    async losses() {
      const taken = losses;
      losses = [];
      return taken;
    },
    dispose: () => {},
  };
};
