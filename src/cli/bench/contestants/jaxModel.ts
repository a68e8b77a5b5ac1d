import { lax, nn, numpy as np } from "@jax-js/jax";
import { chainOf } from "../../../core/tasks/modelOfTask";
import type { TaskData } from "../../../core/tasks/task";
import { layerInputs, splitBias } from "./batches";

export type Weights = { weights: np.Array; bias: np.Array }[];

/** Weights as `lax.conv` and `matmul` want them: [out, channels, row, column] and [in, out]. */
export function jaxWeights(task: TaskData): Weights {
  const inputs = layerInputs(task);
  return task.initialParams.map((values, i) => {
    const { transposed, bias, outputs, inputs: size, weightAt } = splitBias(values, inputs[i] as number);
    const layer = chainOf(task)[i];
    if (layer?.kind !== "conv")
      return {
        weights: np.array(flattenedRows(task, i, transposed(), outputs)).reshape([size, outputs]),
        bias: np.array(bias),
      };
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
    return { weights: np.array(filter).reshape([outputs, channels, kernel, kernel]), bias: np.array(bias) };
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

/** The mean loss of a batch, images [batch, channels, row, column]; consumes its arguments as jax-js counts references. */
export function lossOf(
  task: TaskData,
  batchSize: number,
  params: Weights,
  input: np.Array,
  target: np.Array,
): np.Array {
  let x = input;
  chainOf(task).forEach((layer, i) => {
    const { weights, bias } = params[i] as Weights[number];
    if (layer.kind === "conv") {
      const y = lax.conv(x, weights, [1, 1], "VALID").add(bias.reshape([1, layer.outputs, 1, 1]));
      const [, channels = 0, height = 0, width = 0] = y.shape;
      x = nn.relu(np.max(y.reshape([batchSize, channels, height / 2, 2, width / 2, 2]), [3, 5]));
      return;
    }
    const y = np.matmul(x.reshape([batchSize, layer.inputs]), weights).add(bias);
    x = layer.activation === "tanh" ? np.tanh(y) : layer.activation === "relu" ? nn.relu(y) : y;
  });
  if (task.loss === "softmaxCrossEntropy")
    return nn
      .logSoftmax(x, -1)
      .mul(target)
      .sum()
      .mul(-1 / batchSize);
  return np.square(x.sub(target)).mean().mul(0.5);
}
