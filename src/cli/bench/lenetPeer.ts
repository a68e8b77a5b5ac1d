import * as tf from "@tensorflow/tfjs";
import { overrideConv2dGradient } from "../../core/kernels/conv2dGradient";
import type { TaskData } from "../../core/tasks/task";
import { inputRows, targetRows } from "../../core/training/rows";

/**
 * The peer: the same LeNet-5 from the same start, trained by tfjs's own autodiff and `train.momentum`, with our convolution
 * gradient, without which tfjs-wasm cannot train it. `step(rows)` takes one step and returns its loss.
 */
export function createLenetPeer(task: TaskData, learningRate: number, momentum: number) {
  overrideConv2dGradient();
  const [w1, w2, w3, w4, w5] = task.initialParams as Float32Array[];
  const conv1 = convVariables(w1, 6, 75);
  const conv2 = convVariables(w2, 16, 150);
  const dense1 = denseVariables(w3, 120, 400);
  const dense2 = denseVariables(w4, 84, 120);
  const dense3 = denseVariables(w5, 10, 84);
  const optimizer = tf.train.momentum(learningRate, momentum);

  const pooled = (x: tf.Tensor4D, { filter, bias }: ReturnType<typeof convVariables>) =>
    tf.maxPool(tf.relu(tf.add(tf.conv2d(x, filter, 1, "valid"), bias)) as tf.Tensor4D, 2, 2, "valid");
  const affine = (x: tf.Tensor2D, { weights, bias }: ReturnType<typeof denseVariables>) =>
    tf.add(tf.matMul(x, weights), bias) as tf.Tensor2D;

  return {
    step(rows: Int32Array): number {
      const x = inputRows(task.train, rows, task.inputShape) as tf.Tensor4D;
      const y = targetRows(task.train, rows, 10);
      const cost = optimizer.minimize(() => {
        const features = tf.reshape(pooled(pooled(x, conv1), conv2), [rows.length, 400]) as tf.Tensor2D;
        const hidden = tf.relu(affine(tf.relu(affine(features, dense1)) as tf.Tensor2D, dense2)) as tf.Tensor2D;
        return tf.losses.softmaxCrossEntropy(y, affine(hidden, dense3)) as tf.Scalar;
      }, true) as tf.Scalar;
      const [loss] = cost.dataSync();
      tf.dispose([x, y, cost]);
      return loss as number;
    },
  };
}

/** [out, k·k·channels + 1] to a tfjs filter [k, k, channels, out] and a bias [out]. */
function convVariables(values: Float32Array | undefined, outputs: number, patch: number) {
  const { weights, bias } = denseVariables(values, outputs, patch);
  const channels = patch / 25;
  return { filter: tf.variable(tf.reshape(weights, [5, 5, channels, outputs]) as tf.Tensor4D), bias };
}

/** [out, in + 1] to weights [in, out] and a bias [out]. */
function denseVariables(values: Float32Array | undefined, outputs: number, inputs: number) {
  if (!values) throw new Error("The task has fewer layers than LeNet-5.");
  const matrix = tf.tensor2d(values, [outputs, inputs + 1]);
  return {
    weights: tf.variable(tf.transpose(tf.slice(matrix, [0, 0], [outputs, inputs])) as tf.Tensor2D),
    bias: tf.variable(tf.reshape(tf.slice(matrix, [0, inputs], [outputs, 1]), [outputs]) as tf.Tensor1D),
  };
}
