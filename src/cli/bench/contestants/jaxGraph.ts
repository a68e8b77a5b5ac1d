import { lax, nn, numpy as np } from "@jax-js/jax";
import { type PlannedNode, planGraph } from "../../../core/nn/graph/plan";
import type { NodeSpec } from "../../../core/nn/layerSpec";
import type { TaskData } from "../../../core/tasks/task";
import { splitBias } from "./batches";
import { type JaxNetwork, maxPooled, type Weights } from "./jaxModel";

const EPSILON = 1e-5;
const CHANNEL = [0, 2, 3];

/** A network of images by jax-js's own operations, images [batch, channels, row, column]. Throws at a node that it has no contestant for. */
export function jaxGraph(task: TaskData): JaxNetwork {
  const planned = planGraph(task);
  const values = task.initialParams.values();
  const weights = planned.map((node) =>
    node.matrices.flatMap(({ shape }) => nodeWeights(node.spec, shape, values.next().value as Float32Array)),
  );
  const uses = planned.map((_, at) => planned.filter(({ from }) => from.includes(at)).length);
  function forward(own: Weights, input: np.Array): np.Array {
    const made: np.Array[] = [];
    const left = [...uses];
    /** The last that takes a value consumes it. */
    const take = (at: number): np.Array => {
      if (at < 0) return input;
      const value = made[at] as np.Array;
      left[at] = (left[at] ?? 0) - 1;
      return left[at] === 0 ? value : value.ref;
    };
    planned.forEach((node, at) => {
      const value = nodeValue(node, own[at] ?? [], node.from.map(take));
      made.push(node.spec.activation === "relu" ? nn.relu(value) : value);
    });
    return made.at(-1) as np.Array;
  }
  return { weights, outputs: planned.at(-1)?.shape.at(-1) ?? 0, forward };
}

/** Filters as [out, channel, row, column], dense matrices as [in, out], and what is one number a channel as [1, channels, 1, 1]. */
function nodeWeights(spec: NodeSpec, [outputs, columns]: readonly [number, number], values: Float32Array): np.Array[] {
  const column = (at: number) =>
    np.array(Float32Array.from({ length: outputs }, (_, row) => values[row * columns + at] as number));
  const perChannel = (at: number) => column(at).reshape([1, outputs, 1, 1]);
  if (spec.kind === "batchNorm") return [perChannel(0), perChannel(1)];
  if (spec.kind === "dense") {
    const { transposed, bias, inputs } = splitBias(values, spec.inputs);
    return [np.array(transposed()).reshape([inputs, outputs]), np.array(bias)];
  }
  if (spec.kind !== "conv") throw new Error(`jax-js has no contestant with ${spec.kind}.`);
  const { kernel, channels } = spec;
  const area = kernel * kernel;
  const filter = Float32Array.from({ length: outputs * channels * area }, (_, k) => {
    const [output, channel] = [Math.floor(k / (channels * area)), Math.floor(k / area) % channels];
    return values[output * columns + (k % area) * channels + channel] as number;
  });
  const shaped = np.array(filter).reshape([outputs, channels, kernel, kernel]);
  return spec.bias === false ? [shaped] : [shaped, perChannel(columns - 1)];
}

function nodeValue({ spec }: PlannedNode, own: readonly np.Array[], inputs: readonly np.Array[]): np.Array {
  const [x, second] = inputs as [np.Array, np.Array];
  const [weights, bias] = own as [np.Array, np.Array | undefined];
  switch (spec.kind) {
    case "conv": {
      const [stride, padding] = [spec.stride ?? 1, spec.padding ?? 0];
      const margin: [number, number] = [padding, padding];
      const y = lax.conv(x, weights, [stride, stride], [margin, margin]);
      const biased = bias ? y.add(bias) : y;
      return spec.pool > 1 ? maxPooled(biased, spec.pool) : biased;
    }
    case "dense":
      return np.matmul(x.reshape([x.shape[0] ?? 0, spec.inputs]), weights).add(bias as np.Array);
    case "batchNorm": {
      const mean = np.mean(x.ref, CHANNEL, { keepdims: true });
      const centred = x.sub(mean);
      const variance = np.mean(np.square(centred.ref), CHANNEL, { keepdims: true });
      return centred
        .div(np.sqrt(variance.add(EPSILON)))
        .mul(weights)
        .add(bias as np.Array);
    }
    case "add":
      return x.add(second);
    case "maxPool":
      if ((spec.stride ?? spec.size) !== spec.size) throw new Error("jax-js has no contestant whose pools overlap.");
      return maxPooled(x, spec.size);
    case "globalAvgPool":
      return np.mean(x, [2, 3]);
    case "flatten":
      return np.transpose(x, [0, 2, 3, 1]).reshape([x.shape[0] ?? 0, -1]);
    default:
      throw new Error(`jax-js has no contestant with ${spec.kind}.`);
  }
}
