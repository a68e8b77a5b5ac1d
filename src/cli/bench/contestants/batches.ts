import { gatherRows } from "../../../core/data/inputs";
import { chainOf } from "../../../core/tasks/modelOfTask";
import type { TaskData } from "../../../core/tasks/task";
import { createBatches } from "../../../core/training/batches";
import { SEED } from "../cases";

/** The rows of each step in turn: those of our race with this seed. */
export function batchRows(task: TaskData, batchSize: number): () => Int32Array {
  const { batch } = createBatches(SEED, task.train.count, batchSize);
  let step = 0;
  return () => batch(step++);
}

/** A layer's matrix [out, in + 1] as plain arrays: weights by (output, input) and the biases. */
export function splitBias(values: Float32Array, inputs: number) {
  const outputs = values.length / (inputs + 1);
  const bias = Float32Array.from({ length: outputs }, (_, o) => values[o * (inputs + 1) + inputs] as number);
  const weightAt = (output: number, input: number) => values[output * (inputs + 1) + input] as number;
  /** Row-major [in, out]. */
  const transposed = () =>
    Float32Array.from({ length: inputs * outputs }, (_, k) => weightAt(k % outputs, Math.floor(k / outputs)));
  return { inputs, outputs, bias, weightAt, transposed };
}

/** Inputs of each layer with weights, a convolution's unrolled patch. */
export function layerInputs(task: TaskData): number[] {
  return chainOf(task).map((layer) =>
    layer.kind === "dense" ? layer.inputs : layer.kernel * layer.kernel * layer.channels,
  );
}

/** Targets of a batch, row-major [rows, outputs]: values, or a 1 at the class. */
export function targetValues({ train: { y } }: TaskData, rows: Int32Array, outputs: number): Float32Array {
  if (y instanceof Float32Array) return gatherRows(y, rows, outputs);
  const oneHot = new Float32Array(rows.length * outputs);
  rows.forEach((row, i) => {
    oneHot[i * outputs + (y[row] as number)] = 1;
  });
  return oneHot;
}

/** Images [position, channel] as [channel, position]. */
export function channelsFirst(values: Float32Array, positions: number, channels: number): Float32Array {
  const size = positions * channels;
  return Float32Array.from(values, (_, k) => {
    const [image, channel, position] = [Math.floor(k / size), Math.floor((k % size) / positions), k % positions];
    return values[image * size + position * channels + channel] as number;
  });
}

/** Numbers that no other thread shares, as jax-js asks for by type. */
export const ownMemory = (numbers: Float32Array) => numbers as Float32Array<ArrayBuffer>;
