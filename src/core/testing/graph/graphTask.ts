import { type Tensor2D, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import { givenSchema } from "../../../config/experiment/experiment";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import type { OptimizerId } from "../../../config/tables/optimizers";
import type { Batch, Problem } from "../../optimizers/optimizer";
import { createGiven } from "../../tasks/given";
import { lossOfTask, modelOfTask } from "../../tasks/modelOfTask";
import { inputRows, targetRows, tokenRows } from "../../training/rows";

/** A whole small network of `fixtures/graph`, with data, start and batches (GIVEN-GRAPH.md). */
export interface GraphFile {
  config: {
    steps: number;
    optimizers: { id: OptimizerId; run: string; hyperparams: Partial<Hyperparams> }[];
    given: unknown;
  };
}

/** The files of networks, by name. */
export const GRAPH_FILES = [
  "alexnet",
  "vgg",
  "vgg-batchnorm",
  "resnet",
  "wrn",
  "transformer",
  "transformer-tied",
] as const;

/** The task and the batches of a file, for all its runs. */
export function graphTask({ config }: GraphFile) {
  const targetNoise = config.optimizers.some(({ id }) => id === "kfac");
  return createGiven(givenSchema.parse(config.given), { steps: config.steps, fsdBatches: true, targetNoise });
}

/** The network at its start, with B and B′ of the first step; new tensors at every call. */
export function graphProblem(file: GraphFile) {
  const { task, feed } = graphTask(file);
  const problem: Problem = { model: modelOfTask(task), loss: lossOfTask(task) };
  const outputs = problem.model.layers.at(-1)?.outputShape.at(-1) ?? 0;
  const batchOf = (rows: Int32Array): Batch => ({
    input: inputRows(task.train, rows, task.inputShape),
    ...(task.sequences
      ? tokenRows(task.train, rows, task.sequences)
      : { target: targetRows(task.train, rows, outputs) }),
    noise: () => tensor1d(feed.targetNoise(0)),
  });
  return {
    problem,
    params: () =>
      problem.model.parametric.map(
        ({ shape }, i) => tensor2d(task.initialParams[i] as Float32Array, shape) as Tensor2D,
      ),
    batch: () => batchOf(feed.batch(0)),
    fsdBatch: () => batchOf(feed.fsdBatch(0)),
  };
}
