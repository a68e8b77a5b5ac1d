import type { GivenProblem } from "../../config/experiment/experiment";
import { createGraphModel } from "../nn/graph/build";
import { chainIn } from "../nn/layerSpec";
import { tokenCrossEntropy } from "../nn/tokenCrossEntropy";
import { checkGiven, type GivenNeeds } from "./checkGiven";
import { graphOf } from "./givenGraph";
import type { Feed, Split, TaskData } from "./task";
import { channelFirstOrder, fromTraceOrder } from "./traceOrder";

/** A problem from a config file: nothing in it is random, so any other implementation can be compared step by step. */
export interface GivenTask {
  task: TaskData;
  /** The file's own batches and noise; asking for what it does not have is a `RangeError`. */
  feed: Feed;
}

function readSplit(given: GivenProblem): Split {
  const [channels = 1, height = 1, width = 1] = given.xShape;
  const size = given.xShape.reduce((product, length) => product * length, 1);
  const order = given.xShape.length === 3 ? channelFirstOrder(height, width, channels) : null;
  const x = new Float32Array(given.x.length * size);
  given.x.forEach((row, n) => {
    for (let i = 0; i < size; i++) x[n * size + i] = row[order ? (order[i] as number) : i] as number;
  });
  const isWhole = given.loss === "softmaxCrossEntropy" || given.loss === "tokenCrossEntropy";
  const y = isWhole ? Int32Array.from(given.y.flat()) : Float32Array.from(given.y.flat());
  return { x, y, count: given.x.length };
}

function at<T>(rows: readonly T[], step: number, name: string): T {
  const row = rows[step];
  if (row === undefined) throw new RangeError(`given.${name} has no entry for step ${step}; it has ${rows.length}.`);
  return row;
}

/**
 * Takes the file's data into our layout: images and convolution columns channels last. The file has no test split, so the
 * evaluations repeat the training split. Throws `TaskError` listing what does not fit.
 */
export function createGiven(given: GivenProblem, needs: GivenNeeds): GivenTask {
  checkGiven(given, needs);
  const split = readSplit(given);
  const params = given.initialParams.map((rows) => Float32Array.from(rows.flat()));
  const graph = graphOf(given);
  const { batches, fsdBatches = [], targetNoise = [] } = given;
  const batchSize = batches[0]?.length ?? 1;
  const rowsOf = (lists: number[][], name: string) => (step: number) => Int32Array.from(at(lists, step, name));
  return {
    task: {
      ...graph,
      train: split,
      test: split,
      ...(chainIn(graph.layers) ? {} : { createModel: createGraphModel }),
      ...(given.sequences && { tokenLoss: tokenCrossEntropy }),
      loss: given.loss,
      initialParams: fromTraceOrder(graph, params),
      picture: { kind: "none" },
    },
    feed: {
      batchSize,
      stepsPerEpoch: Math.max(1, Math.floor(split.count / batchSize)),
      batch: rowsOf(batches, "batches"),
      fsdBatch: rowsOf(fsdBatches, "fsdBatches"),
      targetNoise: (step) => Float32Array.from(at<(number[] | number)[]>(targetNoise, step, "targetNoise").flat()),
    },
  };
}
