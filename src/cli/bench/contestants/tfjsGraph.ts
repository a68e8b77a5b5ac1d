import * as tf from "@tensorflow/tfjs";
import { planGraph } from "../../../core/nn/graph/plan";
import type { NodeSpec } from "../../../core/nn/layerSpec";
import type { TaskData } from "../../../core/tasks/task";

type Attention = Extract<NodeSpec, { kind: "attention" }>;

const EPSILON = 1e-5;
/** So far below any score that its softmax is 0. */
const NEVER = -1e9;

/** A poster's network by tfjs's own operations, its weights as variables: outputs of an input. */
export function tfjsNetwork(task: TaskData): { variables: tf.Variable[]; forward(input: tf.Tensor): tf.Tensor } {
  const planned = planGraph(task);
  const values = task.initialParams.values();
  const variables = planned.map(({ matrices }) =>
    matrices.map(({ shape }) => tf.variable(tf.tensor2d(values.next().value as Float32Array, [...shape]))),
  );
  const own = (node: number, matrix = 0) => variables[node]?.[matrix] as unknown as tf.Tensor2D;
  const { sequences } = task;

  function nodeValue(node: number, inputs: readonly tf.Tensor[], tokens: tf.Tensor | undefined): tf.Tensor {
    const { spec, shape } = planned[node] as (typeof planned)[number];
    const [x, second] = inputs as [tf.Tensor, tf.Tensor];
    switch (spec.kind) {
      case "conv": {
        const { weights, bias } = parted(own(node), spec.kernel * spec.kernel * spec.channels);
        const filter = tf.reshape(tf.transpose(weights), [spec.kernel, spec.kernel, spec.channels, spec.outputs]);
        const y = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, spec.stride ?? 1, spec.padding ?? 0);
        const biased = bias ? tf.add(y, bias) : y;
        return spec.pool > 1 ? tf.maxPool(biased as tf.Tensor4D, spec.pool, spec.pool, "valid") : biased;
      }
      case "dense": {
        if (spec.tied !== undefined) return tf.matMul(x as tf.Tensor2D, own(spec.tied));
        const { weights, bias } = parted(own(node), spec.inputs);
        const y = tf.matMul(tf.reshape(x, [-1, spec.inputs]), weights, false, true);
        return bias ? tf.add(y, bias) : y;
      }
      case "batchNorm":
        return normalised(x, own(node), [0, 1, 2].slice(0, x.rank - 1));
      case "layerNorm":
        return normalised(x, own(node), [1]);
      case "add":
        return tf.add(x, second);
      case "maxPool":
        return tf.maxPool(x as tf.Tensor4D, spec.size, spec.stride ?? spec.size, "valid");
      case "globalAvgPool":
        return tf.mean(x, [1, 2]);
      case "flatten":
        return tf.reshape(x, [x.shape[0] as number, -1]);
      case "embedding": {
        const [length = 0] = shape;
        const chosen = tf.oneHot(tf.cast(tf.reshape(x, [-1]), "int32"), spec.vocabulary);
        const rows = tf.mul(
          tf.matMul(tf.cast(chosen, "float32") as tf.Tensor2D, own(node), false, true),
          spec.scale ?? 1,
        );
        const positions = tf.reshape(tf.transpose(own(node, 1)), [1, length, spec.width]);
        return tf.reshape(tf.add(tf.reshape(rows, [-1, length, spec.width]), positions), [-1, spec.width]);
      }
      case "attention":
        return attended(
          spec,
          [0, 1, 2, 3].map((k) => own(node, k)),
          x,
          second,
          tokens as tf.Tensor,
        );
    }
  }

  function forward(input: tf.Tensor): tf.Tensor {
    const { source = 0, target = 0 } = sequences ?? {};
    const count = input.shape[0] as number;
    const parts = sequences
      ? [tf.slice(input, [0, 0], [count, source]), tf.slice(input, [0, source], [count, target])]
      : [input];
    const made: tf.Tensor[] = [];
    planned.forEach(({ spec, from }, node) => {
      const inputs = from.map((at) => (at < 0 ? parts[-1 - at] : made[at]) as tf.Tensor);
      const memory = planned[from[1] ?? -1]?.tokens;
      const value = nodeValue(node, inputs, parts[-1 - (memory ?? -1)]);
      made.push(spec.activation === "relu" ? tf.relu(value) : value);
    });
    return made.at(-1) as tf.Tensor;
  }
  return { variables: variables.flat(), forward };
}

/** The weights of a matrix [out, in (+1)] and its bias. */
function parted(matrix: tf.Tensor2D, inputs: number) {
  const [outputs, columns] = matrix.shape;
  if (columns === inputs) return { weights: matrix, bias: null };
  const bias = tf.reshape(tf.slice(matrix, [0, inputs], [outputs, 1]), [outputs]);
  return { weights: tf.slice(matrix, [0, 0], [outputs, inputs]), bias };
}

/** γ·(x − μ)/√(σ² + ε) + β by the moments along some axes, weights [channels, 2]. */
function normalised(x: tf.Tensor, weights: tf.Tensor2D, axes: number[]): tf.Tensor {
  const { mean, variance } = tf.moments(x, axes, true);
  const [scale, shift] = tf.unstack(weights, 1) as [tf.Tensor, tf.Tensor];
  return tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, EPSILON))), scale), shift);
}

/** Multi-head attention of rows of tokens to a memory, whose tokens [count, keys] say what is padding. */
function attended(
  { heads, width, causal }: Attention,
  weights: readonly tf.Tensor2D[],
  query: tf.Tensor,
  memory: tf.Tensor,
  tokens: tf.Tensor,
): tf.Tensor {
  const [count = 1, keys = 1] = tokens.shape;
  const share = width / heads;
  const project = (x: tf.Tensor, k: number) => tf.matMul(x as tf.Tensor2D, weights[k] as tf.Tensor2D, false, true);
  const split = (x: tf.Tensor) => tf.transpose(tf.reshape(x, [count, -1, heads, share]), [0, 2, 1, 3]);
  const [q, k, v] = [split(project(query, 0)), split(project(memory, 1)), split(project(memory, 2))];
  const queries = q?.shape[2] as number;
  const isPadding = tf.reshape(tf.cast(tf.equal(tokens, 0), "float32"), [count, 1, 1, keys]);
  let scores = tf.mul(tf.matMul(q as tf.Tensor, k as tf.Tensor, false, true), 1 / Math.sqrt(share));
  scores = tf.add(scores, tf.mul(isPadding, NEVER));
  if (causal) {
    const mask = Float32Array.from({ length: queries * keys }, (_, at) =>
      at % keys > Math.floor(at / keys) ? NEVER : 0,
    );
    scores = tf.add(scores, tf.tensor(mask, [1, 1, queries, keys]));
  }
  const context = tf.matMul(tf.softmax(scores), v as tf.Tensor);
  return project(tf.reshape(tf.transpose(context, [0, 2, 1, 3]), [-1, width]), 3);
}

/** −Σ share · log softmax(f)[token] of outputs [rows, vocabulary]. */
export function tfjsTokenLoss(outputs: tf.Tensor, tokens: tf.Tensor, shares: tf.Tensor): tf.Scalar {
  const targets = tf.oneHot(tf.cast(tf.reshape(tokens, [-1]), "int32"), outputs.shape[1] as number);
  return tf.neg(tf.sum(tf.mul(shares, tf.mul(tf.cast(targets, "float32"), tf.logSoftmax(outputs))))) as tf.Scalar;
}
