import { NeuralNetwork } from "brain.js/dist/browser.js";
import { allNumbers } from "../../../core/data/inputs";
import { RATES } from "../cases";
import { batchRows, layerInputs, splitBias } from "./batches";
import type { CreateContestant } from "./contestant";

/**
 * brain.js trains online, an update after each example, and puts tanh on its output as well: another computation of the same
 * size, so its losses are its own. A step is a batch's examples one after another.
 */
export const createBrain: CreateContestant = async ({ bench, task }) => {
  const inputs = layerInputs(task);
  const [inputSize = 0, ...rest] = bench.network as number[];
  const net = new NeuralNetwork({
    inputSize,
    hiddenLayers: rest.slice(0, -1),
    outputSize: rest.at(-1) ?? 0,
    activation: "tanh",
    learningRate: RATES.sgd / bench.batchSize,
    // it refuses 0 and does the arithmetic of momentum anyway
    momentum: 1e-9,
  });
  net.initialize();
  task.initialParams.forEach((values, i) => {
    const { bias, outputs, weightAt } = splitBias(values, inputs[i] as number);
    net.biases[i + 1] = bias;
    net.weights[i + 1] = Array.from({ length: outputs }, (_, output) =>
      Float32Array.from({ length: inputs[i] as number }, (_, k) => weightAt(output, k)),
    );
  });
  const nextRows = batchRows(task, bench.batchSize);
  const x = allNumbers(task.train.x);
  const { y } = task.train;
  let losses: number[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        let sum = 0;
        const rows = nextRows();
        for (const row of rows) {
          const input = x.subarray(row * inputSize, (row + 1) * inputSize);
          sum += net.trainPattern({ input, output: (y as Float32Array).subarray(row, row + 1) }, true) ?? Number.NaN;
        }
        losses.push(sum / rows.length / 2);
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
