import type { LayerShape } from "../../config/formulas/preconditionerState";
import { planGraph } from "../nn/graph/plan";
import type { NodeSpec } from "../nn/layerSpec";
import { modelOfTask } from "../tasks/modelOfTask";
import type { TaskData } from "../tasks/task";

const product = (shape: readonly number[]): number => shape.reduce((total, n) => total * n, 1);

/** A matrix as methods that precondition it meet it. */
export interface MatrixSize {
  outputs: number;
  inputs: number;
  /** APO-P learns a factor of this side. */
  learnsA: boolean;
  learnsB: boolean;
  /** KFAC has a factor of this side; neither of a norm, whose scale and shift have 2×2 blocks. */
  hasInputFactor: boolean;
  hasOutputFactor: boolean;
  /** Rows of inputs an example: positions of a convolution, tokens of a sequence. */
  rows: number;
}

/** Counts of numbers of a network, from which estimates are made; those of values are of one example. */
export interface NetworkSizes {
  parameters: number;
  matrices: readonly MatrixSize[];
  /** Multiplications with additions of a forward pass. */
  multiplyAdds: number;
  layers: number;
  /** What a forward pass keeps for its backward pass, and the largest value among it. */
  values: number;
  largest: number;
  /** Values that are normalised with the batch. */
  normalised: number;
  input: number;
  outputs: number;
  /** Channels that are normalised with the batch. */
  channels: number;
}

/** A sum over matrices. */
export const over = (matrices: readonly MatrixSize[], of: (matrix: MatrixSize) => number): number =>
  matrices.reduce((total, matrix) => total + of(matrix), 0);

/** Numbers of φ of APO-P: S and the factors that are learned. */
export const learnedNumbers = ({ matrices }: NetworkSizes): number =>
  over(
    matrices,
    ({ outputs, inputs, learnsA, learnsB }) =>
      outputs * inputs + (learnsA ? inputs ** 2 : 0) + (learnsB ? outputs ** 2 : 0),
  );

const ofFactors = (power: number, { matrices }: NetworkSizes): number =>
  over(
    matrices,
    ({ outputs, inputs, hasInputFactor, hasOutputFactor }) =>
      (hasInputFactor ? inputs ** power : 0) + (hasOutputFactor ? outputs ** power : 0),
  );

/** Numbers of KFAC's factors, and of their sides' cubes. */
export const factorNumbers = (sizes: NetworkSizes): number => ofFactors(2, sizes);
export const factorCubes = (sizes: NetworkSizes): number => ofFactors(3, sizes);

/** The network as Shampoo has it: a factor of each side of each matrix, however long. */
export const withAllFactors = (sizes: NetworkSizes): NetworkSizes => ({
  ...sizes,
  matrices: sizes.matrices.map((matrix) => ({ ...matrix, hasInputFactor: true, hasOutputFactor: true })),
});

/** Numbers of φ of the layer that has most. */
export const mostLearnedNumbers = (sizes: NetworkSizes): number =>
  sizes.matrices.reduce((most, matrix) => Math.max(most, learnedNumbers({ ...sizes, matrices: [matrix] })), 0);

/** What a node keeps beside its value. */
function keptBeside(spec: NodeSpec, shape: readonly number[], inputShapes: readonly (readonly number[])[]): number {
  if (spec.kind === "layerNorm") return product(shape);
  if (spec.kind !== "attention") return 0;
  const [query = 0, memory = 0] = inputShapes.map(([length = 0]) => length);
  // q, k and v, what is attended to, and the weights of every head
  return spec.width * (2 * query + 2 * memory) + spec.heads * query * memory;
}

/** What a network's sizes follow from. */
type SizedTask = Pick<TaskData, "layers" | "inputShape" | "sequences" | "createModel">;

/** Sizes of a task's network. Throws an error that names the layer where shapes do not fit. */
export function sizesOfTask(task: SizedTask): NetworkSizes {
  const { inputShape, sequences } = task;
  const planned = planGraph(task);
  const model = modelOfTask(task);
  const own = model.layers.map(({ outputShape }) => product(outputShape));
  const beside = planned.map(({ spec, shape, inputShapes }) => keptBeside(spec, shape, inputShapes));
  const matrices = planned.flatMap(({ spec, shape, matrices: list }) => {
    const positions = spec.kind === "conv" ? unpooled(spec, shape) : sequences ? (shape[0] ?? 1) : 1;
    return list.map((matrix) => sizeOf(matrix, spec, positions));
  });
  return {
    parameters: matrices.reduce((sum, { outputs, inputs }) => sum + outputs * inputs, 0),
    matrices,
    multiplyAdds: model.layers.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
    layers: model.layers.length,
    values: total(own) + total(beside),
    largest: Math.max(...own, ...beside, product(inputShape)),
    normalised: total(planned.map(({ spec, shape }) => (spec.kind === "batchNorm" ? product(shape) : 0))),
    input: product(inputShape),
    outputs: own.at(-1) ?? 0,
    channels: model.statisticsShapes.reduce((sum, [, channels]) => sum + channels, 0),
  };
}

const total = (values: readonly number[]) => values.reduce((sum, n) => sum + n, 0);

/** Positions of a convolution before the pool behind it. */
const unpooled = (spec: Extract<NodeSpec, { kind: "conv" }>, [height = 1, width = 1]: readonly number[]) =>
  height * width * Math.max(1, spec.pool) ** 2;

function sizeOf({ shape, factors = "AB" }: LayerShape, spec: NodeSpec, rows: number): MatrixSize {
  const [outputs, inputs] = shape;
  const isNorm = spec.kind === "batchNorm" || spec.kind === "layerNorm";
  return {
    outputs,
    inputs,
    learnsA: factors.includes("A"),
    learnsB: factors.includes("B"),
    hasInputFactor: !isNorm && !spec.hasInputScale,
    hasOutputFactor: !isNorm,
    rows,
  };
}
