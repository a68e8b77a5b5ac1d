import { lax, nn, numpy as np } from "@jax-js/jax";
import { chainOf } from "../../../core/tasks/modelOfTask";
import type { TaskData } from "../../../core/tasks/task";
import { layerInputs, ownMemory, splitBias } from "./batches";

/** Arrays of each layer or node in turn: weights and bias, scale and shift, or none. */
export type Weights = np.Array[][];

/** Weights as `lax.conv` and `matmul` want them: [out, channels, row, column] and [in, out]. */
function jaxWeights(task: TaskData): Weights {
  const inputs = layerInputs(task);
  return task.initialParams.map((values, i) => {
    const { transposed, bias, outputs, inputs: size, weightAt } = splitBias(values, inputs[i] as number);
    const layer = chainOf(task)[i];
    if (layer?.kind !== "conv")
      return [
        np.array(ownMemory(flattenedRows(task, i, transposed(), outputs))).reshape([size, outputs]),
        np.array(ownMemory(bias)),
      ];
    const { kernel, channels } = layer;
    const area = kernel * kernel;
    const filter = Float32Array.from({ length: values.length - outputs }, (_, k) => {
      const [output, channel, position] = [
        Math.floor(k / (channels * area)),
        Math.floor(k / area) % channels,
        k % area,
      ];
      return weightAt(output, position * channels + channel);
    });
    return [np.array(filter).reshape([outputs, channels, kernel, kernel]), np.array(bias)];
  });
}

/** Behind a convolution jax-js flattens channels first: the rows of the first dense matrix change places. */
function flattenedRows(task: TaskData, i: number, matrix: Float32Array, outputs: number): Float32Array {
  const before = chainOf(task)[i - 1];
  if (before?.kind !== "conv") return matrix;
  const area = matrix.length / outputs / before.outputs;
  return Float32Array.from(matrix, (_, k) => {
    const row = Math.floor(k / outputs);
    const [channel, position] = [Math.floor(row / area), row % area];
    return matrix[(position * before.outputs + channel) * outputs + (k % outputs)] as number;
  });
}

/** A network of images or rows: its weights, and outputs of a batch; `forward` consumes its arguments as jax-js counts references. */
export interface JaxNetwork {
  weights: Weights;
  /** Numbers that an example comes out as. */
  outputs: number;
  forward(weights: Weights, input: np.Array): np.Array;
}

/** A chain of dense layers and convolutions, pooling before the activation, as in our model. */
export const jaxChain = (task: TaskData, batchSize: number): JaxNetwork => ({
  weights: jaxWeights(task),
  outputs: chainOf(task).at(-1)?.outputs ?? 0,
  forward: (params, input) =>
    chainOf(task).reduce((x, layer, i) => {
      const [weights, bias] = params[i] as [np.Array, np.Array];
      if (layer.kind === "conv") {
        const y = lax.conv(x, weights, [1, 1], "VALID").add(bias.reshape([1, layer.outputs, 1, 1]));
        return nn.relu(maxPooled(y, layer.pool));
      }
      const y = np.matmul(x.reshape([batchSize, layer.inputs]), weights).add(bias);
      return layer.activation === "tanh" ? np.tanh(y) : layer.activation === "relu" ? nn.relu(y) : y;
    }, input),
});

/** Largest of each square of `size` by `size` of images [batch, channels, row, column], whose sides are multiples of it. */
export function maxPooled(x: np.Array, size: number): np.Array {
  const [batch = 0, channels = 0, height = 0, width = 0] = x.shape;
  return np.max(x.reshape([batch, channels, height / size, size, width / size, size]), [3, 5]);
}

/** The mean loss of a batch of outputs and targets [batch, outputs]; consumes both. */
export function meanLoss({ loss }: TaskData, outputs: np.Array, target: np.Array): np.Array {
  if (loss !== "softmaxCrossEntropy") return np.square(outputs.sub(target)).mean().mul(0.5);
  const count = outputs.shape[0] ?? 1;
  return nn
    .logSoftmax(outputs, -1)
    .mul(target)
    .sum()
    .mul(-1 / count);
}
