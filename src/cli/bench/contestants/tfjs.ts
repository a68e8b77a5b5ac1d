import * as tf from "@tensorflow/tfjs";
import { overrideConv2dGradient } from "../../../core/kernels/conv2dGradient";
import { chainOf, modelOfTask } from "../../../core/tasks/modelOfTask";
import type { TaskData } from "../../../core/tasks/task";
import { inputRows, targetRows, tokenRows } from "../../../core/training/rows";
import { type PeerMethod, RATES } from "../cases";
import { batchRows, layerInputs, splitBias } from "./batches";
import type { CreateContestant } from "./contestant";
import { tfjsNetwork, tfjsTokenLoss } from "./tfjsGraph";

const OPTIMIZERS: Record<PeerMethod, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(RATES.sgd),
  sgdm: () => tf.train.momentum(RATES.sgdm, RATES.momentum),
  adam: () => tf.train.adam(RATES.adam, RATES.beta1, RATES.beta2, RATES.epsilon),
};

/**
 * `optimizer.minimize` of tfjs over its own autodiff. On wasm with our convolution gradient, without which convolutions do not
 * train there.
 */
export const createTfjs: CreateContestant = async ({ bench, task, method, place }) => {
  if (place === "cpu") overrideConv2dGradient();
  const { variables, forward } = task.createModel ? tfjsNetwork(task) : chained(task, bench.batchSize);
  const outputs = modelOfTask(task).layers.at(-1)?.outputShape.at(-1) ?? 0;
  /** The loss of a batch, and the tensors that are made for it. */
  const lossOf = (rows: Int32Array) => {
    const x = inputRows(task.train, rows, task.inputShape);
    if (task.sequences) {
      const { target, rowShares } = tokenRows(task.train, rows, task.sequences);
      return { made: [x, target, rowShares], loss: () => tfjsTokenLoss(forward(x), target, rowShares) };
    }
    const y = targetRows(task.train, rows, outputs);
    const loss = (): tf.Scalar =>
      task.loss === "softmaxCrossEntropy"
        ? tf.losses.softmaxCrossEntropy(y, forward(x))
        : tf.div(tf.mean(tf.square(tf.sub(forward(x), y))), 2);
    return { made: [x, y], loss };
  };

  const optimizer = OPTIMIZERS[method as PeerMethod]();
  const nextRows = batchRows(task, bench.batchSize);
  let costs: tf.Scalar[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        const { loss, made } = lossOf(nextRows());
        costs.push(optimizer.minimize(loss, true) as tf.Scalar);
        tf.dispose(made);
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
      tf.dispose(variables);
    },
  };
};

/** A chain of dense layers and convolutions, pooling before the activation, as in our model. */
function chained(task: TaskData, batchSize: number) {
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
      const flat = tf.reshape(x, [batchSize, layer.inputs]);
      const y = tf.add(tf.matMul(flat, weights), bias);
      return layer.activation === "tanh" ? tf.tanh(y) : layer.activation === "relu" ? tf.relu(y) : y;
    }, input);
  return { forward, variables: variables.flatMap(({ weights, bias }) => [weights, bias]) };
}
