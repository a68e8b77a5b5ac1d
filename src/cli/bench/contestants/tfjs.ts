import * as tf from "@tensorflow/tfjs";
import { overrideConv2dGradient } from "../../../core/kernels/conv2dGradient";
import { chainOf } from "../../../core/tasks/modelOfTask";
import { inputRows, targetRows } from "../../../core/training/rows";
import { type PeerMethod, RATES } from "../cases";
import { batchRows, layerInputs, splitBias } from "./batches";
import type { CreateContestant } from "./contestant";

const OPTIMIZERS: Record<PeerMethod, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(RATES.sgd),
  sgdm: () => tf.train.momentum(RATES.sgdm, RATES.momentum),
  adam: () => tf.train.adam(RATES.adam, RATES.beta1, RATES.beta2, RATES.epsilon),
};

/**
 * `optimizer.minimize` of tfjs over its own autodiff. On wasm with our convolution gradient, without which LeNet-5 does not
 * train there; pooling before the activation, as in our model.
 */
export const createTfjs: CreateContestant = async ({ bench, task, method, place }) => {
  if (place === "cpu") overrideConv2dGradient();
  const inputs = layerInputs(task);
  const variables = task.initialParams.map((values, i) => {
    const { transposed, bias, outputs, inputs: size } = splitBias(values, inputs[i] as number);
    const layer = chainOf(task)[i];
    const shape = layer?.kind === "conv" ? [layer.kernel, layer.kernel, layer.channels, outputs] : [size, outputs];
    return { weights: tf.variable(tf.tensor(transposed(), shape)), bias: tf.variable(tf.tensor1d(bias)) };
  });
  const forward = (input: tf.Tensor) =>
    chainOf(task).reduce((x, layer, i) => {
      const { weights, bias } = variables[i] as (typeof variables)[number];
      if (layer.kind === "conv") {
        const y = tf.add(tf.conv2d(x as tf.Tensor4D, weights as never, 1, "valid"), bias) as tf.Tensor4D;
        return tf.relu(tf.maxPool(y, layer.pool, layer.pool, "valid"));
      }
      const flat = tf.reshape(x, [bench.batchSize, layer.inputs]);
      const y = tf.add(tf.matMul(flat, weights), bias);
      return layer.activation === "tanh" ? tf.tanh(y) : layer.activation === "relu" ? tf.relu(y) : y;
    }, input);
  const outputs = variables.at(-1)?.bias.size ?? 0;
  const lossOf = (y: tf.Tensor, target: tf.Tensor): tf.Scalar =>
    task.loss === "softmaxCrossEntropy"
      ? tf.losses.softmaxCrossEntropy(target, y)
      : tf.div(tf.mean(tf.square(tf.sub(y, target))), 2);

  const optimizer = OPTIMIZERS[method as PeerMethod]();
  const nextRows = batchRows(task, bench.batchSize);
  let costs: tf.Scalar[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        const rows = nextRows();
        const x = inputRows(task.train, rows, task.inputShape);
        const y = targetRows(task.train, rows, outputs);
        costs.push(optimizer.minimize(() => lossOf(forward(x), y), true) as tf.Scalar);
        tf.dispose([x, y]);
      }
    },
    async losses() {
      const read = await Promise.all(costs.map(async (cost) => (await cost.data())[0] as number));
      tf.dispose(costs);
      costs = [];
      return read;
    },
    dispose: () => {
      optimizer.dispose();
      tf.dispose(costs);
      for (const { weights, bias } of variables) tf.dispose([weights, bias]);
    },
  };
};
