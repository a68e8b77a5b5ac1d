import convnetjs from "convnetjs";
import { gatherRows } from "../../../core/data/inputs";
import { chainOf } from "../../../core/tasks/modelOfTask";
import { type PeerMethod, RATES } from "../cases";
import { batchRows, layerInputs, splitBias } from "./batches";
import type { CreateContestant } from "./contestant";

/** convnetjs, in double precision and one example after another; `batch_size` of its trainer makes the batches. */
export const createConvnet: CreateContestant = async ({ bench, task, method }) => {
  const net = new convnetjs.Net();
  const [height = 1, width = 1, depth = 1] =
    task.inputShape.length === 3 ? task.inputShape : [1, 1, task.inputShape[0]];
  const isClasses = task.loss === "softmaxCrossEntropy";
  net.makeLayers([
    { type: "input", out_sx: width, out_sy: height, out_depth: depth },
    ...chainOf(task).flatMap((layer, i): object[] => {
      const activation = layer.activation === "linear" ? {} : { activation: layer.activation };
      if (layer.kind === "conv")
        return [
          { type: "conv", sx: layer.kernel, filters: layer.outputs, stride: 1, pad: 0 },
          { type: "pool", sx: layer.pool, stride: layer.pool, ...activation },
        ];
      if (i < chainOf(task).length - 1) return [{ type: "fc", num_neurons: layer.outputs, ...activation }];
      // its output layers bring their own dense layer
      return isClasses
        ? [{ type: "softmax", num_classes: layer.outputs }]
        : [{ type: "regression", num_neurons: layer.outputs }];
    }),
  ]);
  const inputs = layerInputs(task);
  const weighted = net.layers.filter(({ filters }) => filters !== undefined);
  weighted.forEach(({ filters, biases }, i) => {
    const { bias, weightAt } = splitBias(task.initialParams[i] as Float32Array, inputs[i] as number);
    filters?.forEach(({ w }, output) => {
      for (let k = 0; k < w.length; k++) w[k] = weightAt(output, k);
      if (biases) biases.w[output] = bias[output] as number;
    });
  });
  const momentum = method === "sgdm" ? RATES.momentum : 0;
  const trainer = new convnetjs.Trainer(net, {
    method: "sgd",
    learning_rate: RATES[method as PeerMethod],
    momentum,
    batch_size: bench.batchSize,
  });
  const nextRows = batchRows(task, bench.batchSize);
  const size = width * height * depth;
  const volume = new convnetjs.Vol(width, height, depth, 0);
  const { y } = task.train;
  let losses: number[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        const rows = nextRows();
        const x = gatherRows(task.train.x, rows, size);
        let sum = 0;
        rows.forEach((row, n) => {
          for (let k = 0; k < size; k++) volume.w[k] = x[n * size + k] as number;
          const target = y[row] as number;
          const { loss } = trainer.train(volume, isClasses ? target : [target]);
          // its regression layer descends half the square and reports twice the square
          sum += isClasses ? loss : loss / 4;
        });
        losses.push(sum / rows.length);
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
